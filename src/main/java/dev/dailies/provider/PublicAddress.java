package dev.dailies.provider;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the addresses of the open network from those of this machine and its neighbours (RFC 6890).
 *
 * <p>Spring Boot 4.1 has {@code InetAddressFilter.externalAddresses()}, which is not used here: it
 * lets 100.64.0.0/10, 0.0.0.0/8, 198.18.0.0/15, 240.0.0.0/4, multicast, 6to4 and Teredo pass.
 */
public final class PublicAddress {

  private static final List<InetAddress> METADATA =
      Stream.of("169.254.169.254", "fd00:ec2::254").map(PublicAddress::address).toList();

  private PublicAddress() {}

  /** False for where a cloud tells its machines their secrets: no provider lives there. */
  public static boolean isNoMetadata(InetAddress address) {
    return METADATA.stream().noneMatch(address::equals);
  }

  /** False for what is only good on one wire, metadata services among them (RFC 3927, 4291). */
  public static boolean isNoLinkLocal(InetAddress address) {
    return isNoMetadata(address) && !address.isLinkLocalAddress();
  }

  /** True if anybody can reach the address over the open network. */
  public static boolean isPublic(InetAddress address) {
    return address instanceof Inet6Address
        ? isGlobalSix(address.getAddress())
        : isGlobalFour(address.getAddress());
  }

  /**
   * True if the address is public, or leads to a public one through a NAT64 gateway (RFC 6052), as
   * names resolve where there is no IPv4.
   */
  public static boolean isReached(InetAddress address) {
    byte[] b = address.getAddress();
    return (address instanceof Inet6Address && startsWith(b, "64:ff9b::", 12))
        ? isGlobalFour(Arrays.copyOfRange(b, 12, 16))
        : isPublic(address);
  }

  private static boolean isGlobalFour(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    boolean thisNetwork = first == 0;
    boolean loopback = first == 127;
    boolean linkLocal = first == 169 && second == 254;
    boolean privateUse =
        first == 10 || (first == 172 && (second & 0xf0) == 16) || (first == 192 && second == 168);
    boolean sharedByCarrier = first == 100 && (second & 0xc0) == 64;
    boolean protocols = first == 192 && second == 0 && b[2] == 0;
    boolean benchmarks = first == 198 && (second & 0xfe) == 18;
    boolean multicastOrReserved = first >= 224;
    return !(thisNetwork
        || loopback
        || linkLocal
        || privateUse
        || sharedByCarrier
        || protocols
        || benchmarks
        || multicastOrReserved);
  }

  /** 2000::/3, without 6to4 and Teredo, which carry any IPv4 address. */
  private static boolean isGlobalSix(byte[] b) {
    boolean sixToFour = startsWith(b, "2002::", 2);
    boolean teredo = startsWith(b, "2001::", 4);
    return (b[0] & 0xe0) == 0x20 && !sixToFour && !teredo;
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
}
