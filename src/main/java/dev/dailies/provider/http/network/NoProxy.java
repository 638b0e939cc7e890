package dev.dailies.provider.http.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that no proxy serves, as curl reads {@code NO_PROXY}: names and all below them, with or
 * without a leading dot and a port, addresses, networks as {@code 10.0.0.0/8}, or {@code *} for
 * all. Beyond curl, this machine itself is never asked for through a proxy: there it would be
 * another machine.
 */
final class NoProxy {

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final List<String> entries;

  private NoProxy(List<String> entries) {
    this.entries = entries;
  }

  static NoProxy of(String list) {
    return new NoProxy(
        Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  /** True if the host is asked for directly. */
  boolean covers(String host, int port) {
    String name = bare(host);
    return isThisMachine(name) || entries.stream().anyMatch(entry -> covers(entry, name, port));
  }

  private static boolean covers(String entry, String name, int port) {
    if (entry.equals("*")) {
      return true;
    }
    InetAddress address = address(name);
    if (address != null && entry.contains("/")) {
      return isWithin(entry, address);
    }
    String wanted = entry;
    int colon = entry.lastIndexOf(':');
    boolean hasPort = entry.contains("]:") || (colon > 0 && entry.indexOf(':') == colon);
    if (hasPort) {
      if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
        return false;
      }
      wanted = entry.substring(0, colon);
    }
    return address == null ? isBelow(bare(wanted), name) : address.equals(address(bare(wanted)));
  }

  private static boolean isBelow(String entry, String name) {
    String domain = entry.startsWith(".") ? entry.substring(1) : entry;
    return !domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain));
  }

  private static boolean isWithin(String network, InetAddress address) {
    int slash = network.indexOf('/');
    InetAddress base = address(bare(network.substring(0, slash)));
    String length = network.substring(slash + 1);
    if (base == null
        || base.getAddress().length != address.getAddress().length
        || !length.matches("\\d{1,3}")) {
      return false;
    }
    int rest = base.getAddress().length * 8 - Integer.parseInt(length);
    return rest >= 0 && bits(base).shiftRight(rest).equals(bits(address).shiftRight(rest));
  }

  private static BigInteger bits(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  private static boolean isThisMachine(String name) {
    InetAddress address = address(name);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || (address != null && address.isLoopbackAddress());
  }

  /** The address that a text is; null if it is a name. */
  private static @Nullable InetAddress address(String text) {
    try {
      return ADDRESS.matcher(text).matches() ? InetAddress.getByName(text) : null;
    } catch (UnknownHostException noAddress) {
      return null;
    }
  }

  /** Without brackets, and without the dot that ends a full name. */
  private static String bare(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      return name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
