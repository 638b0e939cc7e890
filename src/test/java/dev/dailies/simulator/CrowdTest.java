package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CrowdTest {

  @Test
  void answersWhileTwoHundredDownloadsStandStill() throws Exception {
    try (Simulator simulator =
        Simulator.start(Settings.of("generation-time=0s", "clip-size=20MB"), 0)) {
      Caller caller = new Caller(simulator);
      URI link = caller.link(caller.create("a cat"));
      List<Socket> readers = new ArrayList<>();
      try {
        for (int i = 0; i < 200; i++) {
          readers.add(beginDownload(link));
        }

        assertThat(caller.create("another cat")).isNotEmpty();
        assertThat(Caller.download(link).body()).hasSize(20 * 1024 * 1024);
      } finally {
        for (Socket reader : readers) {
          reader.close();
        }
      }
    }
  }

  @Test
  void losesNoneOfManyCreatesAtOnce() throws Exception {
    try (Simulator simulator = Simulator.start(Settings.of(), 0)) {
      Caller caller = new Caller(simulator);
      HttpClient client = HttpClient.newHttpClient();
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        HttpRequest create =
            caller
                .to(Caller.IMAGE_TO_VIDEO)
                .POST(BodyPublishers.ofString(Caller.imageToVideo("shot " + i)))
                .build();
        answers.add(client.sendAsync(create, BodyHandlers.ofString()));
      }
      Set<String> bodies = new HashSet<>();
      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        bodies.add(answer.get().body());
      }

      assertThat(bodies).hasSize(500).allMatch(body -> body.startsWith("{\"id\":\""));
      assertThat(caller.record("journal").path("tasks").size()).isEqualTo(500);
    }
  }

  /** Reads the first byte of the answer and no more, so that the server's thread is stuck. */
  private static Socket beginDownload(URI link) throws Exception {
    Socket socket = new Socket(InetAddress.getByName(link.getHost()), link.getPort());
    socket.setSoTimeout(10_000);
    String target = link.getPath() + "?" + link.getQuery();
    String request = "GET " + target + " HTTP/1.1\r\nHost: simulator\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream answer = socket.getInputStream();
    assertThat(answer.read()).isEqualTo('H');
    return socket;
  }
}
