package dev.dailies.delivery;

import dev.dailies.provider.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks a link before a connection is made. Judges a name by all addresses that it resolves to,
 * and does not resolve it again: the connection is made to one of these.
 */
final class LinkCheck {

  private final Predicate<InetAddress> acceptable;

  /**
   * @param acceptable the addresses that may be connected to when private ones are not allowed
   */
  LinkCheck(Predicate<InetAddress> acceptable) {
    this.acceptable = acceptable;
  }

  /** Parses a URL; null if it is none. */
  static @Nullable URI parse(String url) {
    try {
      return new URI(new URI(url.strip()).toASCIIString());
    } catch (URISyntaxException garbage) {
      return null;
    }
  }

  /** Where the link leads, or why it is not followed. */
  Hop hop(URI link, boolean privateAllowed) {
    String scheme = link.getScheme() == null ? "" : link.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && privateAllowed)) {
      return Hop.refused(
          link,
          new Downloaded.NotAClip("only https links are fetched, this one is '" + scheme + ":'"));
    }
    if (link.getHost() == null || link.getPort() > 65_535) {
      return Hop.refused(link, new Downloaded.NotAClip("the link names no host"));
    }
    return resolved(link, privateAllowed ? PublicAddress::isNoMetadata : acceptable);
  }

  private static Hop resolved(URI link, Predicate<InetAddress> allowed) {
    String host = link.getHost();
    try {
      List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
      return addresses.stream().allMatch(allowed)
          ? Hop.to(link, addresses)
          : Hop.refused(link, new Downloaded.NotAClip(host + " is not a public address"));
    } catch (UnknownHostException unknown) {
      return Hop.refused(
          link, new Downloaded.TryAgain("the host name " + host + " cannot be resolved", null));
    }
  }

  /**
   * One step on the way to a file.
   *
   * @param addresses those that may be connected to, and no others; empty if there is an objection
   * @param objection why nothing may be downloaded from there; null if it may
   */
  record Hop(URI link, List<InetAddress> addresses, @Nullable Downloaded objection) {

    static Hop to(URI link, List<InetAddress> addresses) {
      return new Hop(link, List.copyOf(addresses), null);
    }

    static Hop refused(URI link, Downloaded objection) {
      return new Hop(link, List.of(), objection);
    }
  }
}
