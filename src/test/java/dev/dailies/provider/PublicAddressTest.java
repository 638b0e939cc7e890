package dev.dailies.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.0.1",
        "172.32.0.1",
        "169.253.0.1",
        "192.0.1.1",
        "198.17.0.1",
        "198.20.0.1",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8",
        "2001:4860:4860::8888"
      })
  void knowsTheInternet(String address) throws UnknownHostException {
    assertThat(PublicAddress.isReached(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "2130706433",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "2852039166",
        "64:ff9b::169.254.169.254",
        "2001::5ef5:79fd",
        "::10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::8.8.8.8",
        "2002:7f00:1::",
        "2002:808:808::",
        "::8.8.8.8",
        "4000::1",
        "100::1"
      })
  void knowsThisMachineAndItsNeighbours(String address) throws UnknownHostException {
    assertThat(PublicAddress.isReached(InetAddress.getByName(address))).isFalse();
  }

  /** Nobody else reaches what our own gateway translates. */
  @Test
  void isNotPublicBehindOurOwnGateway() throws UnknownHostException {
    assertThat(PublicAddress.isPublic(InetAddress.getByName("64:ff9b::8.8.8.8"))).isFalse();
  }
}
