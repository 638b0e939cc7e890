package dev.dailies.provider.http.network;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;

/**
 * A host with an underscore, as {@code my_bucket.example}. Browsers take it, and certificates cover
 * it by an asterisk; to Java it is no name: it would not be told to the server, and no certificate
 * would prove it.
 */
public final class OddName {

  private static final int DNS_NAME = 2;

  private final String host;

  private OddName(String host) {
    this.host = host;
  }

  /** The name in lower case and without the dot at its end. */
  static OddName of(String host) {
    return new OddName(host.toLowerCase(Locale.ROOT).replaceAll("\\.$", ""));
  }

  /** True if a host is one of them. */
  public static boolean isOne(String host) {
    return host.contains("_");
  }

  /** Lets the server be told which host is meant. */
  public static void tell(String host, SSLParameters parameters) {
    parameters.setServerNames(List.of(new ServerName(of(host).host)));
  }

  /**
   * Holds a certificate against the name, by RFC 6125: an asterisk stands for the whole first label
   * and no other, and two labels follow it.
   */
  void checkProvenBy(X509Certificate certificate) throws CertificateException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    boolean proven =
        names != null
            && names.stream()
                .filter(name -> name.get(0).equals(DNS_NAME))
                .anyMatch(name -> covers(String.valueOf(name.get(1)).toLowerCase(Locale.ROOT)));
    if (!proven) {
      throw new CertificateException("No subject alternative DNS name matching " + host + " found");
    }
  }

  private boolean covers(String pattern) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(host);
    }
    String rest = pattern.substring(1);
    int dot = host.indexOf('.');
    return dot > 0 && rest.indexOf('.', 1) > 0 && host.substring(dot).equals(rest);
  }

  /** {@code SNIHostName} refuses it. */
  private static final class ServerName extends SNIServerName {

    ServerName(String host) {
      super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
