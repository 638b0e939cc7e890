package dev.dailies.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a link before a connection is made. A name is judged by all addresses that it resolves
 * to. The client resolves it again a moment later, from the cache of the JVM, which keeps for 30
 * seconds what was judged here; only a name that changes as its entry runs out could slip through.
 */
final class LinkCheck {

  private final Predicate<InetAddress> acceptable;

  /**
   * @param acceptable the addresses that may be connected to when private ones are not allowed
   */
  LinkCheck(Predicate<InetAddress> acceptable) {
    this.acceptable = acceptable;
  }

  /** Reads a URL; null if it is none. */
  static @Nullable URI parse(String url) {
    try {
      return new URI(new URI(url.strip()).toASCIIString());
    } catch (URISyntaxException garbage) {
      return null;
    }
  }

  /** Why nothing may be fetched from there; null if it may. */
  @Nullable Fetched objection(URI link, boolean privateAllowed) {
    String scheme = link.getScheme() == null ? "" : link.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && privateAllowed)) {
      return new Fetched.NotAClip("only https links are fetched, this one is '" + scheme + ":'");
    }
    if (link.getHost() == null || link.getPort() > 65_535) {
      return new Fetched.NotAClip("the link names no host");
    }
    return objectionToAddress(
        link.getHost(), privateAllowed ? PublicAddress::isNoMetadata : acceptable);
  }

  private static @Nullable Fetched objectionToAddress(String host, Predicate<InetAddress> allowed) {
    try {
      boolean fine = Arrays.stream(InetAddress.getAllByName(host)).allMatch(allowed);
      return fine ? null : new Fetched.NotAClip(host + " is not a public address");
    } catch (UnknownHostException unknown) {
      return new Fetched.TryAgain("the host name " + host + " cannot be resolved", null);
    }
  }
}
