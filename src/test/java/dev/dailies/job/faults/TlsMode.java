package dev.dailies.job.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a server lets clients in, or fails to. The certificates were made by {@code keytool}: one
 * authority, and for each door one that it has signed, or that nobody has.
 */
enum TlsMode {
  OPEN,
  REFUSED,
  EXPIRED,
  OTHER_HOST,
  SELF_SIGNED;

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String AUTHORITY = "authority";
  private static final String GOOD = "good";

  /** True if clients come by https. */
  boolean isEncrypted() {
    return this != OPEN && this != REFUSED;
  }

  /**
   * The connection as the server goes on with it.
   *
   * @param ill true if the certificate is to be the wrong one
   */
  Socket enter(Socket plain, boolean ill) throws IOException {
    if (!isEncrypted()) {
      return plain;
    }
    SSLContext context = serving(ill ? name().toLowerCase(Locale.ROOT).replace('_', '-') : GOOD);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  /** The trust of a client that knows the authority of these certificates, and no other. */
  static SSLContext trusting() {
    try {
      KeyStore known = empty();
      known.setCertificateEntry(AUTHORITY, load().getCertificate(AUTHORITY));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  private static SSLContext serving(String alias) throws IOException {
    try {
      KeyStore all = load();
      KeyStore one = empty();
      one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(one, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, new SecureRandom());
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private static KeyStore load() throws IOException, GeneralSecurityException {
    try (InputStream file =
        Objects.requireNonNull(TlsMode.class.getResourceAsStream("certificates.p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(file, PASSWORD);
      return store;
    }
  }
}
