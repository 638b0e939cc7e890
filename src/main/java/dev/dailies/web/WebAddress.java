package dev.dailies.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the web, read as browsers read it (WHATWG URL, RFC 3986): white space at its ends
 * and line breaks within it do not count, what has no place in an address is percent-encoded, and
 * the host may be any that a resolver knows. {@code java.net.URI} takes none of these. User names,
 * passwords and fragments are left out, since neither is ever sent.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case and ASCII; an IPv4 address has four decimal parts, whatever it was
 *     written as, an IPv6 address has brackets
 * @param port -1 for the scheme's own
 * @param path begins with a slash
 * @param query as it is sent, without its question mark; null if there is none
 */
public record WebAddress(
    String scheme, String host, int port, String path, @Nullable String query) {

  private static final Pattern WEB =
      Pattern.compile("(?i)(https?):[/\\\\]{2}([^/\\\\?#]+)([^?#]*)(\\?[^#]*)?(?:#.*)?");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?):(.*)");
  private static final Pattern TWO_SLASHES = Pattern.compile("[/\\\\]{2}.*");
  private static final Pattern REFERENCE = Pattern.compile("([^?#]*)(\\?[^#]*)?(?:#.*)?");
  private static final Pattern WITH_PORT = Pattern.compile("(.*?)(?::([0-9]*))?");
  private static final Pattern FILE_NAME = Pattern.compile("(?:^|&)filename=([^&]+)");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");
  private static final int LAST_PORT = 65_535;

  /** Reads an address; null if it is none of the web. */
  public static @Nullable WebAddress parse(String text) {
    Matcher parts = WEB.matcher(Characters.cleaned(text));
    return parts.matches()
        ? of(lower(parts.group(1)), parts.group(2), parts.group(3), parts.group(4))
        : null;
  }

  private static @Nullable WebAddress of(
      String scheme, String authority, String path, @Nullable String query) {
    Matcher place = WITH_PORT.matcher(authority.substring(authority.lastIndexOf('@') + 1));
    String host = place.matches() ? Host.parse(place.group(1)) : null;
    Integer port = host == null ? null : port(place.group(2), scheme);
    return host == null || port == null
        ? null
        : new WebAddress(scheme, host, port, Paths.clean(path), asQuery(query));
  }

  private static @Nullable Integer port(@Nullable String digits, String scheme) {
    if (digits == null || digits.isEmpty()) {
      return -1;
    }
    if (digits.length() > 10 || Long.parseLong(digits) > LAST_PORT) {
      return null;
    }
    int port = Integer.parseInt(digits);
    return port == usualPort(scheme) ? -1 : port;
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static @Nullable String asQuery(@Nullable String raw) {
    return raw == null ? null : Characters.encoded(raw.substring(1));
  }

  /**
   * Where a reference found at this address leads, as in a header {@code Location} (RFC 3986,
   * section 5.2.2); null if that is no address of the web.
   */
  public @Nullable WebAddress resolve(String reference) {
    String text = Characters.cleaned(reference);
    Matcher absolute = ABSOLUTE.matcher(text);
    if (absolute.matches()) {
      String to = lower(absolute.group(1));
      boolean here = to.equals(scheme) && !TWO_SLASHES.matcher(absolute.group(2)).matches();
      return here ? relative(absolute.group(2)) : at(to, absolute.group(2));
    }
    if (SCHEME.matcher(text).matches()) {
      return null;
    }
    return TWO_SLASHES.matcher(text).matches() ? at(scheme, text) : relative(text);
  }

  /** However many slashes lead to a host. */
  private static @Nullable WebAddress at(String scheme, String text) {
    return parse(scheme + "://" + text.replaceFirst("^[/\\\\]*", ""));
  }

  private @Nullable WebAddress relative(String text) {
    Matcher parts = REFERENCE.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    String to = parts.group(1).replace('\\', '/');
    String also = asQuery(parts.group(2));
    if (to.isEmpty()) {
      return new WebAddress(scheme, host, port, path, parts.group(2) == null ? query : also);
    }
    String whole = to.startsWith("/") ? to : path.substring(0, path.lastIndexOf('/') + 1) + to;
    return new WebAddress(scheme, host, port, Paths.clean(whole), also);
  }

  /** The path and the query, as they are sent to the server. */
  public String target() {
    return query == null ? path : path + "?" + query;
  }

  /** The scheme, the host and the port: what a key is meant for. */
  public String origin() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }

  /** The address without its query, which may hold a signature. */
  public String withoutQuery() {
    return origin() + path;
  }

  /** The parameter {@code filename}, else the last part of the path; not decoded. */
  public String fileName() {
    Matcher named = FILE_NAME.matcher(query == null ? "" : query);
    return named.find() ? named.group(1) : path.substring(path.lastIndexOf('/') + 1);
  }

  /** The host as a resolver takes it: an IPv6 address has no brackets. */
  public String hostName() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** The name of a host in lower case and ASCII, as browsers ask for it; null if it can be none. */
  public static @Nullable String hostInAscii(String name) {
    return HostLabels.inAscii(name);
  }

  /** A path or a query with a percent sign and bytes for every character that cannot be sent. */
  public static String encoded(String text) {
    return Characters.encoded(text);
  }

  /**
   * True for a server on this machine.
   *
   * @param host as in an address: in lower case, an IPv6 address in brackets
   */
  public static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The whole address. It may hold a signature. */
  @Override
  public String toString() {
    return origin() + target();
  }
}
