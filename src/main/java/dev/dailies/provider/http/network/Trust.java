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
final class Trust {

  private Trust() {}

  /**
   * Adds the certificates of a PEM file to those that the JVM trusts.
   *
   * @throws IllegalArgumentException if the file cannot be read, or holds none
   */
  static SSLContext with(Path file) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (X509Certificate known : usual().getAcceptedIssuers()) {
        store.setCertificateEntry("jvm-" + count++, known);
      }
      Collection<? extends Certificate> more = read(file);
      for (Certificate added : more) {
        store.setCertificateEntry("file-" + count++, added);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      return context;
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

  private static X509TrustManager usual() throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager usual) {
        return usual;
      }
    }
    throw new GeneralSecurityException("the JVM trusts nobody");
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
