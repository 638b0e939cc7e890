package dev.dailies.provider.http.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to trust: the authorities that the JVM trusts, and those of a file, such as a company's. */
public final class Trust {

  private final X509TrustManager authorities;
  private final SSLContext context;

  private Trust(X509TrustManager authorities) throws GeneralSecurityException {
    this.authorities = authorities;
    this.context = context(authorities);
  }

  /**
   * Trusts whom the manager trusts.
   *
   * @throws IllegalArgumentException if it is none that can be used
   */
  public static Trust by(X509TrustManager authorities) {
    try {
      return new Trust(authorities);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("nobody can be trusted", unusable);
    }
  }

  /** Trusts whom the JVM trusts. */
  static Trust ofTheJvm() {
    try {
      return new Trust(manager(null));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("the JVM trusts nobody", unusable);
    }
  }

  /**
   * Adds the certificates of a PEM file to those that the JVM trusts.
   *
   * @throws IllegalArgumentException if the file cannot be read, or holds none
   */
  static Trust with(Path file) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (X509Certificate known : manager(null).getAcceptedIssuers()) {
        store.setCertificateEntry("jvm-" + count++, known);
      }
      Collection<? extends Certificate> more = read(file);
      for (Certificate added : more) {
        store.setCertificateEntry("file-" + count++, added);
      }
      return new Trust(manager(store));
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalArgumentException(
          "no certificates can be read from " + file.getFileName() + "; name a file in PEM format",
          unusable);
    }
  }

  private static Collection<? extends Certificate> read(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new GeneralSecurityException("there is none");
      }
      return found;
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager usual) {
        return usual;
      }
    }
    throw new GeneralSecurityException("the JVM trusts nobody");
  }

  private static SSLContext context(TrustManager trusted) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trusted}, null);
    return context;
  }

  /** For hosts whose names Java knows as such. */
  public SSLContext context() {
    return context;
  }

  /** For a host whose name it does not know as one; see {@link OddName}. */
  SSLContext contextFor(OddName host) {
    try {
      return context(new OddNameTrust(authorities, host));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
