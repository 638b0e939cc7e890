package dev.dailies.manifest;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells hosts that a provider can reach from those that only exist here. Resolves no name. */
final class PublicHost {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?");

  /** Whatever ends like this is an address to a browser: 127.1, 0x7f.1 and 2130706433 too. */
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  /** The one form of an IPv4 address that is looked up nowhere. */
  private static final Pattern DOTTED =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.|$)){4}");

  private static final List<String> INSIDE = List.of("localhost", "local", "internal");

  /** IPv4 ranges that do not lead to the open network (RFC 6890). */
  private static final List<Range> NOT_PUBLIC =
      List.of(
          new Range(0x00000000, 8),
          new Range(0x0A000000, 8),
          new Range(0x64400000, 10),
          new Range(0x7F000000, 8),
          new Range(0xA9FE0000, 16),
          new Range(0xAC100000, 12),
          new Range(0xC0000000, 24),
          new Range(0xC0A80000, 16),
          new Range(0xC6120000, 15),
          new Range(0xE0000000, 3));

  private PublicHost() {}

  /** What is wrong with the host of a URL; empty if it may be public. */
  static Optional<String> objection(String host) {
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
      InetAddress address = InetAddress.getByName(name);
      byte[] bytes = address.getAddress();
      return address instanceof Inet4Address
          ? NOT_PUBLIC.stream().noneMatch(r -> r.holds(ByteBuffer.wrap(bytes).getInt()))
          : isGlobal(bytes);
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }

  /** 2000::/3, without 6to4 and Teredo, which carry any IPv4 address. */
  private static boolean isGlobal(byte[] bytes) {
    int start = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    boolean teredo = start == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
    return (start & 0xE000) == 0x2000 && start != 0x2002 && !teredo;
  }

  private record Range(int first, int prefix) {

    boolean holds(int address) {
      return (address ^ first) >>> (Integer.SIZE - prefix) == 0;
    }
  }
}
