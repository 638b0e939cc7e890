package dev.dailies.provider.cometapi;

import dev.dailies.provider.Secret;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.spi.BaseUrl;
import dev.dailies.provider.spi.ProviderContext;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/** Speaks to CometAPI with the key, in the version of Runway's API that its pages ask for. */
final class CometapiHttp {

  /** Required on every POST of the official format and optional elsewhere, by CometAPI's pages. */
  private static final String RUNWAY_VERSION = "2024-11-06";

  private final ProviderHttp http;
  private final Secret key;
  private final String baseUrl;
  private final String provider;

  CometapiHttp(ProviderContext context) {
    URI address = context.settings().baseUrl();
    this.http = context.http();
    this.key = context.key();
    this.baseUrl = BaseUrl.of(address == null ? URI.create(CometapiFactory.BASE_URL) : address);
    this.provider = context.name();
  }

  String baseUrl() {
    return baseUrl;
  }

  Secret key() {
    return key;
  }

  /**
   * Why no request can be sent, and what to do; empty if one can. The HTTP client would print a key
   * that it cannot send, so no such key gets there.
   */
  Optional<String> keyProblem() {
    return key.problem()
        .map(
            problem ->
                "%s: set COMETAPI_KEY, or dailies.providers.%s.api-key-file"
                    .formatted(problem, provider));
  }

  Exchange get(String url) {
    return http.send(to(url).GET().build());
  }

  Exchange post(String url, String json) {
    HttpRequest post =
        to(url)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return http.send(post);
  }

  private HttpRequest.Builder to(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Authorization", "Bearer " + key.reveal())
        .header("X-Runway-Version", RUNWAY_VERSION)
        .header("Accept", "application/json");
  }
}
