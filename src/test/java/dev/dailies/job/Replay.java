package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A server that answers with bodies which a provider has documented or sent. It has one clip, and
 * answers 404 to all that it was not told.
 */
final class Replay implements AutoCloseable {

  private static final String PATH = "/clips/1.mp4";

  /** The clip. */
  static final byte[] CLIP = StubbedApi.mp4(2_000);

  final WireMockServer server = new WireMockServer(options().dynamicPort());

  Replay() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
    serveClipAt(PATH);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.port();
  }

  /** An address of the clip, signed as such addresses are. */
  String link() {
    return baseUrl() + PATH + "?_jwt=once";
  }

  void serveClipAt(String path) {
    server.stubFor(get(urlPathEqualTo(path)).willReturn(StubbedApi.clip(2_000)));
  }

  /** Answers such requests with these bodies, one after the other, the last one again and again. */
  void plays(Supplier<MappingBuilder> request, String... bodies) {
    plays(
        request, Stream.of(bodies).map(StubbedApi::json).toArray(ResponseDefinitionBuilder[]::new));
  }

  void plays(Supplier<MappingBuilder> request, ResponseDefinitionBuilder... answers) {
    InTurn.stub(server, request, answers);
  }

  @Override
  public void close() {
    server.stop();
  }
}
