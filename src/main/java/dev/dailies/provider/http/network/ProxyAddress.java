package dev.dailies.provider.http.network;

import dev.dailies.web.WebAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a proxy is, as {@code http://user:password@host:port}. Without a scheme it is http, and
 * without a port 1080, as curl has it. It does not print what stands before the host.
 *
 * @param user null if the proxy asks for none
 */
public record ProxyAddress(String host, int port, @Nullable String user, String password) {

  private static final int USUAL_PORT = 1080;

  /** A name or an address, and perhaps a port. */
  private static final Pattern PLACE =
      Pattern.compile("(\\[[^\\]]+\\]|[^:\\[\\]]+)(?::([0-9]{1,5}))?");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is no such address; the message holds no password
   */
  public static ProxyAddress of(String text) {
    String url = text.contains("://") ? text.strip() : "http://" + text.strip();
    String scheme = url.substring(0, url.indexOf("://")).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http")) {
      throw new IllegalArgumentException(
          "a proxy of the kind '" + scheme + "' cannot be used; name one that begins with http://");
    }
    String rest = url.substring(url.indexOf("://") + 3).replaceAll("[/?#].*", "");
    int at = rest.lastIndexOf('@');
    return of(at < 0 ? null : rest.substring(0, at), rest.substring(at + 1));
  }

  private static ProxyAddress of(@Nullable String login, String place) {
    WebAddress web = WebAddress.parse("http://" + place);
    Matcher parts = PLACE.matcher(place);
    if (web == null || !parts.matches()) {
      throw noHost();
    }
    String host = parts.group(1).startsWith("[") ? parts.group(1) : web.host();
    int port = parts.group(2) == null ? USUAL_PORT : Integer.parseInt(parts.group(2));
    int colon = login == null ? -1 : login.indexOf(':');
    try {
      return new ProxyAddress(
          host,
          port,
          login == null ? null : decoded(colon < 0 ? login : login.substring(0, colon)),
          login == null || colon < 0 ? "" : decoded(login.substring(colon + 1)));
    } catch (IllegalArgumentException noLogin) {
      throw noHost();
    }
  }

  private static IllegalArgumentException noHost() {
    return new IllegalArgumentException(
        "the proxy has no usable host; write it as http://host:port");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The proxy's place, its name not looked up yet. */
  public InetSocketAddress place() {
    return InetSocketAddress.createUnresolved(bareHost(), port);
  }

  private String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** The header that lets us in, where the proxy wants a password; null if it asks for none. */
  public @Nullable String authorization() {
    if (user == null) {
      return null;
    }
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }

  @Override
  public String toString() {
    return "http://" + (user == null ? "" : "***@") + host + ":" + port;
  }
}
