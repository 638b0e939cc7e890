package dev.dailies.provider.runway;

import dev.dailies.provider.Secret;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.spi.BaseUrl;
import dev.dailies.provider.spi.ProviderContext;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Optional;

/** Speaks to Runway's API: with the key, and in the version that this package is written for. */
final class RunwayHttp {

  static final String ADDRESS = "https://api.dev.runwayml.com";

  /** The only one there is; required on every call, by Runway's page "Versioning". */
  private static final String VERSION = "2024-11-06";

  private static final String WRONG_HOST = "api.runwayml.com";

  private final ProviderHttp http;
  private final Secret key;
  private final String baseUrl;
  private final String provider;

  /**
   * @throws IllegalArgumentException if the settings name an address that cannot be Runway's
   */
  RunwayHttp(ProviderContext context) {
    URI address = context.settings().baseUrl();
    this.http = context.http();
    this.key = context.key();
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
    return key;
  }

  /** Why no request can be sent, and what to do; empty if one can. */
  Optional<String> keyProblem() {
    return key.problem()
        .map(
            problem ->
                "%s: set RUNWAYML_API_SECRET, or dailies.providers.%s.api-key-file"
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
        .header("X-Runway-Version", VERSION)
        .header("Accept", "application/json");
  }
}
