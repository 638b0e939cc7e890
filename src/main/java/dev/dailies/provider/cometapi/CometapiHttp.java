package dev.dailies.provider.cometapi;

import dev.dailies.provider.Request;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.KeyedHttp;
import dev.dailies.provider.spi.BaseUrl;
import dev.dailies.provider.spi.ProviderContext;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Speaks to CometAPI with the key, in the version of Runway's API that its pages ask for. */
final class CometapiHttp {

  /** The environment variable of the key. */
  static final String KEY = "COMETAPI_KEY";

  /** Required on every POST of the official format and optional elsewhere, by CometAPI's pages. */
  private static final String RUNWAY_VERSION = "2024-11-06";

  private final KeyedHttp http;
  private final String baseUrl;
  private final String provider;

  CometapiHttp(ProviderContext context) {
    URI address = context.settings().baseUrl();
    this.http =
        new KeyedHttp(context.http(), context.key(), Map.of("X-Runway-Version", RUNWAY_VERSION));
    this.baseUrl = BaseUrl.of(address == null ? URI.create(CometapiFactory.BASE_URL) : address);
    this.provider = context.name();
  }

  String baseUrl() {
    return baseUrl;
  }

  Secret key() {
    return http.key();
  }

  Map<String, String> fetchHeaders() {
    return http.fetchHeaders();
  }

  /** Why no request can be sent, and what to do; empty if one can. */
  Optional<String> keyProblem() {
    return http.keyProblem(KEY, provider);
  }

  Exchange get(String url) {
    return http.get(url);
  }

  Exchange post(String url, String json) {
    return http.post(url, json);
  }

  Exchange post(Request request) {
    return http.post(request);
  }
}
