package dev.dailies.manifest.link;

import dev.dailies.web.WebAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the host of a URL as it goes over the wire: in lower case and in ASCII. */
public final class HostName {

  /** Scheme, user, host and port; no file system and no data URI has these slashes. */
  private static final Pattern URL =
      Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]+://)([^/?#@]*@)?([^/?#@:]+)(:[0-9]*)?(.*)");

  private static final Set<String> USUAL_PORTS = Set.of("https://:443", "http://:80");

  private HostName() {}

  /** The URL with its host in ASCII; empty if the host is in ASCII, or is no name. */
  public static Optional<String> inAscii(String url) {
    Matcher parts = URL.matcher(url);
    return parts.matches() && parts.group(3).codePoints().anyMatch(c -> c >= 0x7F)
        ? ascii(parts.group(3)).map(host -> with(parts, host))
        : Optional.empty();
  }

  /** The URL for comparing it: without what makes no difference to a host. Other text as it is. */
  public static String plain(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      return url;
    }
    String host = ascii(parts.group(3)).orElse(parts.group(3)).toLowerCase(Locale.ROOT);
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String port = parts.group(4);
    boolean usual = port == null || port.equals(":") || USUAL_PORTS.contains(scheme + port);
    String user = parts.group(2) == null ? "" : parts.group(2);
    String slash = parts.group(5).startsWith("/") ? "" : "/";
    return scheme + user + host + (usual ? "" : port) + slash + parts.group(5);
  }

  private static String with(Matcher parts, String host) {
    String user = parts.group(2) == null ? "" : parts.group(2);
    String port = parts.group(4) == null ? "" : parts.group(4);
    return parts.group(1) + user + host + port + parts.group(5);
  }

  private static Optional<String> ascii(String host) {
    return Optional.ofNullable(WebAddress.hostInAscii(host)).filter(name -> !name.isEmpty());
  }
}
