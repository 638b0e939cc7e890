package dev.dailies.provider.runway;

import dev.dailies.provider.Secret;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.KeyedHttp;
import dev.dailies.provider.spi.BaseUrl;
import dev.dailies.provider.spi.ProviderContext;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Speaks to Runway's API: with the key, and in the version that this package is written for. */
final class RunwayHttp {

  static final String ADDRESS = "https://api.dev.runwayml.com";

  /** The environment variable of the key, as in Runway's own SDKs. */
  static final String KEY = "RUNWAYML_API_SECRET";

  /** The only one there is; required on every call, by Runway's page "Versioning". */
  private static final String VERSION = "2024-11-06";

  private static final String WRONG_HOST = "api.runwayml.com";

  private final KeyedHttp http;
  private final String baseUrl;
  private final String provider;

  /**
   * @throws IllegalArgumentException if the settings name an address that cannot be Runway's
   */
  RunwayHttp(ProviderContext context) {
    URI address = context.settings().baseUrl();
    this.http = new KeyedHttp(context.http(), context.key(), Map.of("X-Runway-Version", VERSION));
    this.baseUrl = BaseUrl.of(address == null ? URI.create(ADDRESS) : itsOwn(address));
    this.provider = context.name();
  }

  /** The most frequent mistake, by Runway's page "Troubleshooting". */
  private static URI itsOwn(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    if (host.equals(WRONG_HOST)) {
      throw new IllegalArgumentException(
          "base-url must be %s: %s is Runway's web site, and knows no API key"
              .formatted(ADDRESS, WRONG_HOST));
    }
    return address;
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
}
