package dev.dailies.provider.cometapi;

import dev.dailies.provider.Price;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.StandIn;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is left to spend, by CometAPI's page "Balance query": {@code GET /user/quota?key=…} of a
 * host of its own tells it in dollars as {@code total_quota}. The key stands in the address there,
 * so nobody else's host is asked so.
 */
final class Balance {

  private static final String HOST = "https://query.cometapi.com";
  private static final double MOST = 1e9;

  private final ProviderHttp http;
  private final String address;
  private final Secret key;

  /**
   * @param baseUrl a gateway or a simulator in CometAPI's place is asked itself
   */
  Balance(ProviderHttp http, String baseUrl, Secret key) {
    this.http = http;
    this.address = baseUrl.equals(CometapiFactory.BASE_URL) ? HOST : baseUrl;
    this.key = key;
  }

  /** Asks once; null if nobody says. */
  @Nullable Price ask() {
    String query = "?key=" + URLEncoder.encode(key.reveal(), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(StandIn.of(address + "/user/quota" + query)).GET().build();
    return http.send(request).fold(this::read, broken -> null);
  }

  private @Nullable Price read(Exchange.Answer answer) {
    JsonAnswer read = new JsonAnswer(answer, key);
    JsonNode left = read.root().path("total_quota");
    boolean meant = read.isSuccess() && left.isNumber() && Math.abs(left.asDouble()) <= MOST;
    // An account may be in debt.
    return meant ? new Price(left.decimalValue().max(BigDecimal.ZERO)) : null;
  }
}
