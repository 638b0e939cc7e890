package dev.dailies;

import dev.dailies.provider.http.network.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates of servers in tests: good, expired, other-host, self-signed, wildcard. */
public final class Certificates {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String AUTHORITY = "authority";

  /** By certificate, since a store's password is made slow to try. */
  private static final Map<String, KeyManager[]> KEYS = new ConcurrentHashMap<>();

  private Certificates() {}

  /** The connection as a server with that certificate goes on with it. */
  public static Socket enter(Socket plain, String certificate) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            serving(certificate)
                .getSocketFactory()
                .createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  /** The same where something has been read of the connection already. */
  static Socket enter(Socket plain, InputStream read, String certificate) throws IOException {
    return serving(certificate).getSocketFactory().createSocket(plain, read, true);
  }

  /** The encryption of a client that knows the authority of these certificates, and no other. */
  public static SSLContext trusting() {
    return trust().context();
  }

  /** The trust of that client. */
  public static Trust trust() {
    try {
      KeyStore known = empty();
      known.setCertificateEntry(AUTHORITY, load().getCertificate(AUTHORITY));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      return Trust.by((X509TrustManager) trust.getTrustManagers()[0]);
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  /** Of each connection its own, so that none goes on with the session of another. */
  private static SSLContext serving(String alias) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(KEYS.computeIfAbsent(alias, Certificates::keys), null, new SecureRandom());
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  private static KeyManager[] keys(String alias) {
    try {
      KeyStore all = load();
      KeyStore one = empty();
      one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(one, PASSWORD);
      return keys.getKeyManagers();
    } catch (GeneralSecurityException | IOException unusable) {
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
        Objects.requireNonNull(
            Certificates.class.getResourceAsStream("job/faults/certificates.p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(file, PASSWORD);
      return store;
    }
  }

  /** The authority's own certificate, as a file may hold it. */
  public static byte[] authority() throws IOException, GeneralSecurityException {
    return load().getCertificate(AUTHORITY).getEncoded();
  }
}
