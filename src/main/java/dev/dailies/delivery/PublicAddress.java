package dev.dailies.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells the addresses of the internet from those of this machine and its neighbours. */
final class PublicAddress {

  private static final List<InetAddress> METADATA =
      Stream.of("169.254.169.254", "fd00:ec2::254").map(PublicAddress::address).toList();

  private PublicAddress() {}

  /** True unless the URL's host is known to be a private one. */
  static boolean test(String url) {
    try {
      return test(InetAddress.getByName(URI.create(url).getHost()));
    } catch (UnknownHostException unknown) {
      return true;
    }
  }

  /** False for where a cloud tells its machines their secrets: no provider lives there. */
  static boolean isNoMetadata(InetAddress address) {
    return METADATA.stream().noneMatch(address::equals);
  }

  static boolean test(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet6Address
        ? isPublicSix(address.getAddress())
        : isPublicFour(address.getAddress());
  }

  private static boolean isPublicFour(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    boolean thisNetwork = first == 0;
    boolean sharedByCarrier = first == 100 && (second & 0xc0) == 64;
    boolean protocols = first == 192 && second == 0 && b[2] == 0;
    boolean benchmarks = first == 198 && (second & 0xfe) == 18;
    boolean reserved = first >= 240;
    return !(thisNetwork || sharedByCarrier || protocols || benchmarks || reserved);
  }

  private static boolean isPublicSix(byte[] b) {
    boolean uniqueLocal = (b[0] & 0xfe) == 0xfc;
    boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
    boolean teredo = startsWith(b, "2001::", 4);
    if (uniqueLocal || sixToFour || teredo || startsWith(b, "64:ff9b:1::", 6)) {
      return false;
    }
    // An IPv4 address written as IPv6 (old style, or by NAT64) is as good as the one within.
    boolean embedded = startsWith(b, "::", 12) || startsWith(b, "64:ff9b::", 12);
    return !embedded || test(address(Arrays.copyOfRange(b, 12, 16)));
  }

  private static boolean startsWith(byte[] b, String prefix, int bytes) {
    byte[] wanted = address(prefix).getAddress();
    return Arrays.equals(b, 0, bytes, wanted, 0, bytes);
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException(literal, impossible);
    }
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException("not an address", impossible);
    }
  }
}
