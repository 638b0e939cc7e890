package dev.dailies.provider.comfyui;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.ApiClient;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.network.Network;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server that answers as a recorded one has. What it does not know it answers 404. */
final class Played implements AutoCloseable {

  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  private final String address;

  Played() {
    server.start();
    address = server.baseUrl();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
  }

  /** What the product speaks to servers with. */
  static ComfyuiHttp http() {
    return http(new ApiClient(Network.ofTheJvm()));
  }

  /** The same with a client of the test's own. */
  static ComfyuiHttp http(ApiClient client) {
    var http = new ProviderHttp(client, Duration.ofSeconds(20), Secret.of("sk-played"));
    return new ComfyuiHttp(http, Secret.of(""), Map.of(), List.of(), Clock.systemUTC());
  }

  String address() {
    return address;
  }

  WireMockServer server() {
    return server;
  }

  Played gets(String path, int status, String body) {
    server.stubFor(get(path).willReturn(aResponse().withStatus(status).withBody(body)));
    return this;
  }

  Played posts(String path, int status, String body) {
    server.stubFor(post(path).willReturn(aResponse().withStatus(status).withBody(body)));
    return this;
  }

  @Override
  public void close() {
    server.stop();
  }
}
