package dev.dailies.delivery;

import dev.dailies.media.MediaType;
import dev.dailies.provider.PublicAddress;
import dev.dailies.web.WebAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
 * @param redaction takes the key out of a text; null if nobody knows the key, and so nothing that
 *     was refused may be kept
 * @param sha256 what the file must be, byte by byte; null if nobody knows
 */
public record Source(
    String url,
    boolean privateAllowed,
    @Nullable WebAddress home,
    Map<String, String> headers,
    Set<MediaType> kinds,
    @Nullable UnaryOperator<String> redaction,
    @Nullable String sha256) {

  /** A file of any kind that needs no headers. */
  public Source(String url, boolean privateAllowed) {
    this(url, privateAllowed, null, Map.of(), EnumSet.allOf(MediaType.class), null, null);
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
        url,
        privateAllowed,
        WebAddress.parse(homes.get(0)),
        Map.copyOf(headers),
        Set.copyOf(kinds),
        null,
        null);
  }

  /** The same where a key is to be kept out of everything that people see. */
  public Source redactedBy(UnaryOperator<String> redaction) {
    return new Source(url, privateAllowed, home, headers, kinds, redaction, sha256);
  }

  /** The same for a file that was here before, and is wanted as it was. */
  public Source expecting(String sha256) {
    return new Source(url, privateAllowed, home, headers, kinds, redaction, sha256);
  }

  /** True unless the URL's host is known to be a private one. */
  private static boolean isPublic(String url) {
    WebAddress address = WebAddress.parse(url);
    try {
      return address == null || PublicAddress.isReached(InetAddress.getByName(address.hostName()));
    } catch (UnknownHostException unknown) {
      return true;
    }
  }

  /** True if the link leads to the provider's own address: scheme, host and port are the same. */
  boolean isHome(WebAddress link) {
    return home != null && home.origin().equals(link.origin());
  }

  /** The name that the link gives the file; empty if it gives none. */
  String fileName() {
    WebAddress link = WebAddress.parse(url);
    return link == null ? "" : link.fileName();
  }

  /** Without the URL, whose query may be a secret, and without the headers. */
  @Override
  public String toString() {
    return "Source[privateAllowed=" + privateAllowed + "]";
  }
}
