package dev.dailies.provider.http.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | api.example.com | true",
        "example.com | example.com | true",
        "example.com | API.Example.Com | true",
        "example.com | api.example.com. | true",
        ".example.com | example.com | true",
        ".example.com | api.example.com | true",
        "example.com | badexample.com | false",
        "example.com | example.com.evil.net | false",
        "*.example.com | api.example.com | false",
        "a.net, example.com | api.example.com | true",
        "a.net example.com | api.example.com | true",
        "a.net,,example.com, | api.example.com | true",
        "example.com:443 | api.example.com | true",
        "example.com:8443 | api.example.com | false",
        "10.0.0.5 | 10.0.0.5 | true",
        "10.0.0.5 | 10.0.0.50 | false",
        "0.0.5 | 10.0.0.5 | false",
        "10.0.0.5:443 | 10.0.0.5 | true",
        "10.0.0.0/8 | 10.200.0.5 | true",
        "10.0.0.0/8 | 11.0.0.5 | false",
        "192.168.16.0/20 | 192.168.31.255 | true",
        "192.168.16.0/20 | 192.168.32.0 | false",
        "10.0.0.0/33 | 10.0.0.1 | false",
        "10.0.0.0/8 | ten.example.com | false",
        "2001:db8::/32 | [2001:db8:1::5] | true",
        "2001:db8::/32 | [2001:db9::5] | false",
        "[2001:db8::5] | [2001:db8:0::5] | true",
        "2001:db8::5 | [2001:db8::5] | true",
        "'' | api.example.com | false",
        "'' | localhost | true",
        "'' | api.localhost | true",
        "'' | 127.0.0.9 | true",
        "'' | [::1] | true",
      })
  void readsTheListAsCurlDoes(String list, String host, boolean direct) {
    assertThat(NoProxy.of(list).covers(host, 443)).isEqualTo(direct);
  }
}
