package dev.dailies.provider.cometapi;

import dev.dailies.provider.Secret;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.StandIn;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/**
 * What CometAPI tells of an account, by its page "Balance query": {@code GET /user/quota?key=…} of
 * a host of its own. The key stands in the address there, so nobody else's host is asked so.
 */
final class Quota {

  private static final String HOST = "https://query.cometapi.com";

  /** In dollars; more nobody means. */
  static final double MOST = 1e9;

  private final ProviderHttp http;
  private final String address;
  private final Secret key;

  /**
   * @param baseUrl a gateway or a simulator in CometAPI's place is asked itself
   */
  Quota(ProviderHttp http, String baseUrl, Secret key) {
    this.http = http;
    this.address = placeFor(baseUrl);
    this.key = key;
  }

  static String placeFor(String baseUrl) {
    return baseUrl.equals(CometapiFactory.BASE_URL) ? HOST : baseUrl;
  }

  Secret key() {
    return key;
  }

  /**
   * Asks once.
   *
   * @param more of the query, as in {@code &start_date=2026-11-01}; may be empty
   */
  Exchange ask(String more) {
    String query = "?key=" + URLEncoder.encode(key.reveal(), StandardCharsets.UTF_8) + more;
    return http.send(
        HttpRequest.newBuilder(StandIn.of(address + "/user/quota" + query)).GET().build());
  }
}
