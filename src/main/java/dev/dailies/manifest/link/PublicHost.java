package dev.dailies.manifest.link;

import dev.dailies.provider.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells hosts that a provider can reach from those that only exist here. Resolves no name. */
public final class PublicHost {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?");

  /** Whatever ends like this is an address to a browser: 127.1, 0x7f.1 and 2130706433 too. */
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  /** The one form of an IPv4 address that is looked up nowhere. */
  private static final Pattern DOTTED =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.|$)){4}");

  private static final List<String> INSIDE = List.of("localhost", "local", "internal");

  private PublicHost() {}

  /** What is wrong with the host of a URL; empty if it may be public. */
  public static Optional<String> objection(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    if (name.isEmpty()) {
      return Optional.of("the URL has no host");
    }
    boolean address = name.startsWith("[") || NUMERIC.matcher(name).matches();
    if (address ? !isPublicAddress(name) : isInside(name)) {
      return Optional.of("the host is not on the open network");
    }
    boolean known = address || NAME.matcher(name).matches();
    return known ? Optional.empty() : Optional.of("the URL has no valid host");
  }

  private static boolean isInside(String name) {
    return INSIDE.stream().anyMatch(end -> name.equals(end) || name.endsWith("." + end));
  }

  private static boolean isPublicAddress(String name) {
    if (!name.startsWith("[") && !DOTTED.matcher(name).matches()) {
      return false;
    }
    try {
      return PublicAddress.isPublic(InetAddress.getByName(name));
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }
}
