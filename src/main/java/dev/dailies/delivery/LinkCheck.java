package dev.dailies.delivery;

import dev.dailies.provider.PublicAddress;
import dev.dailies.web.WebAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a link before a connection is made. Judges a name by all addresses that it resolves to,
 * and does not resolve it again: the connection is made to one of these.
 */
final class LinkCheck {

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*\\]");

  /** What a cloud calls the place where it tells its machines their secrets. */
  private static final Pattern METADATA = Pattern.compile("metadata(\\.google\\.internal)?\\.?");

  private final Predicate<InetAddress> acceptable;
  private final Predicate<WebAddress> proxied;
  private final Function<WebAddress, Optional<String>> refusal;

  /**
   * @param acceptable the addresses that may be connected to when private ones are not allowed
   * @param proxied the links whose names a proxy resolves
   */
  LinkCheck(Predicate<InetAddress> acceptable, Predicate<WebAddress> proxied) {
    this(acceptable, proxied, link -> Optional.empty());
  }

  /**
   * The same where a proxy may be one that cannot be used.
   *
   * @param refusal why that is so of the proxy of a link
   */
  LinkCheck(
      Predicate<InetAddress> acceptable,
      Predicate<WebAddress> proxied,
      Function<WebAddress, Optional<String>> refusal) {
    this.acceptable = acceptable;
    this.proxied = proxied;
    this.refusal = refusal;
  }

  /** Where the link leads, or why it is not followed. */
  Hop hop(WebAddress link, Source source) {
    Optional<String> unusable = refusal.apply(link);
    if (unusable.isPresent()) {
      return Hop.refused(link, new Downloaded.TryAgain(unusable.get(), null));
    }
    return link.scheme().equals("https") || source.privateAllowed()
        ? resolved(link, source.privateAllowed() ? near(source, link) : acceptable)
        : Hop.refused(
            link, new Downloaded.NotAClip("only https links are fetched, this one is 'http:'"));
  }

  /**
   * Beside a private provider lie its neighbours, but no link-local address: there clouds and
   * devices answer everybody. Only the provider itself may have one.
   */
  private static Predicate<InetAddress> near(Source source, WebAddress link) {
    return source.isHome(link) ? PublicAddress::isNoMetadata : PublicAddress::isNoLinkLocal;
  }

  /** Only a proxy knows what lies behind a name that it resolves; an address is plain to see. */
  private Hop resolved(WebAddress link, Predicate<InetAddress> allowed) {
    String host = link.hostName();
    if (proxied.test(link) && !LITERAL.matcher(link.host()).matches()) {
      return METADATA.matcher(host).matches()
          ? Hop.refused(link, new Downloaded.NotAClip(host + " is not a public address"))
          : Hop.byProxy(link);
    }
    try {
      List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
      return addresses.stream().allMatch(allowed)
          ? proxied.test(link) ? Hop.byProxy(link) : Hop.to(link, addresses)
          : Hop.refused(link, new Downloaded.NotAClip(host + " is not a public address"));
    } catch (UnknownHostException unknown) {
      return Hop.refused(
          link, new Downloaded.TryAgain("the host name " + host + " cannot be resolved", null));
    }
  }

  /**
   * One step on the way to a file.
   *
   * @param addresses those that may be connected to, and no others; empty if there is an objection,
   *     or if a proxy makes the connection
   * @param objection why nothing may be downloaded from there; null if it may
   */
  record Hop(WebAddress link, List<InetAddress> addresses, @Nullable Downloaded objection) {

    static Hop to(WebAddress link, List<InetAddress> addresses) {
      return new Hop(link, List.copyOf(addresses), null);
    }

    static Hop byProxy(WebAddress link) {
      return new Hop(link, List.of(), null);
    }

    static Hop refused(WebAddress link, Downloaded objection) {
      return new Hop(link, List.of(), objection);
    }
  }
}
