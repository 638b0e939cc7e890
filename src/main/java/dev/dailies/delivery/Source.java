package dev.dailies.delivery;

import dev.dailies.media.MediaType;
import dev.dailies.provider.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a file comes from.
 *
 * @param url as the provider gave it; may be anything, and may hold a signature
 * @param privateAllowed true if the provider itself is configured on a private or loopback address:
 *     then such addresses, and plain http, are acceptable
 * @param home the provider's own address, the only place that is sent the headers; null if there is
 *     none
 * @param headers may be secret
 * @param kinds what the file may be
 */
public record Source(
    String url,
    boolean privateAllowed,
    @Nullable URI home,
    Map<String, String> headers,
    Set<MediaType> kinds) {

  /** A file of any kind that needs no headers. */
  public Source(String url, boolean privateAllowed) {
    this(url, privateAllowed, null, Map.of(), EnumSet.allOf(MediaType.class));
  }

  /**
   * A file that a provider offers: it may be as private as the provider is.
   *
   * @param homes the provider's own address, and others that its results may lie at
   * @param headers what the provider wants to be sent, if the file lies with itself
   * @param kinds what the file may be
   */
  public static Source of(
      String url, List<String> homes, Map<String, String> headers, Set<MediaType> kinds) {
    boolean privateAllowed = !homes.stream().allMatch(Source::isPublic);
    return new Source(
        url, privateAllowed, LinkCheck.parse(homes.get(0)), Map.copyOf(headers), Set.copyOf(kinds));
  }

  /** True unless the URL's host is known to be a private one. */
  private static boolean isPublic(String url) {
    try {
      return PublicAddress.isReached(InetAddress.getByName(URI.create(url).getHost()));
    } catch (UnknownHostException unknown) {
      return true;
    }
  }

  /** The headers for one hop on the way to the file. */
  Map<String, String> headersFor(URI link) {
    return home != null && origin(home).equals(origin(link)) ? headers : Map.of();
  }

  private static String origin(URI link) {
    String scheme = Objects.toString(link.getScheme(), "").toLowerCase(Locale.ROOT);
    String host = Objects.toString(link.getHost(), "").toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    return scheme + "://" + host + ":" + (link.getPort() < 0 ? usual : link.getPort());
  }

  /** Without the URL, whose query may be a secret, and without the headers. */
  @Override
  public String toString() {
    return "Source[privateAllowed=" + privateAllowed + "]";
  }
}
