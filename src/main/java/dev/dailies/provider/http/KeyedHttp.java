package dev.dailies.provider.http;

import dev.dailies.provider.Request;
import dev.dailies.provider.Secret;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.Map;
import java.util.Optional;

/** Speaks JSON to an API that wants a bearer key, and certain headers, with every request. */
public final class KeyedHttp {

  private final ProviderHttp http;
  private final Secret key;
  private final Map<String, String> headers;

  /**
   * Sends nothing yet.
   *
   * @param headers what every request has besides the key
   */
  public KeyedHttp(ProviderHttp http, Secret key, Map<String, String> headers) {
    this.http = http;
    this.key = key;
    this.headers = Map.copyOf(headers);
  }

  /** The key that every request has. */
  public Secret key() {
    return key;
  }

  /**
   * Why no request can be sent, and what to do; empty if one can. The HTTP client would print a key
   * that it cannot send, so no such key gets there.
   *
   * @param variable the environment variable that users set
   * @param provider the provider's name in the settings
   */
  public Optional<String> keyProblem(String variable, String provider) {
    return key.problem()
        .map(
            problem ->
                "%s: set %s, or dailies.providers.%s.api-key-file"
                    .formatted(problem, variable, provider));
  }

  /** What a file that lies with the API itself is asked for with. Empty without a usable key. */
  public Map<String, String> fetchHeaders() {
    return key.problem().isPresent() ? Map.of() : Map.of("Authorization", "Bearer " + key.reveal());
  }

  /** Asks for a URL. */
  public Exchange get(String url) {
    return http.send(to(url).GET().build());
  }

  /** Sends JSON once. */
  public Exchange post(String url, String json) {
    return post(url, TextBody.of(json));
  }

  /** Sends a request once, with its files written out in it. */
  public Exchange post(Request request) {
    return post(request.baseUrl() + request.route(), TextBody.of(request));
  }

  private Exchange post(String url, BodyPublisher json) {
    return http.send(to(url).header("Content-Type", "application/json").POST(json).build());
  }

  private HttpRequest.Builder to(String url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(StandIn.of(url))
            .header("Authorization", "Bearer " + key.reveal())
            .header("Accept", "application/json");
    headers.forEach(request::header);
    return request;
  }
}
