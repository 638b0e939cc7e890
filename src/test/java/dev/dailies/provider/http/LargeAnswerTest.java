package dev.dailies.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.LargeAnswers;
import dev.dailies.SmallHeap;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Answers of the largest size, as many at once as a run asks for. A run has 28 MB of its 64 in use
 * besides ({@code SmallHeapBenchTest}).
 */
class LargeAnswerTest {

  private static final int HEAP = 64 - 28;
  private static final int LANES = 8;

  @Test
  void areReadInASmallHeap() throws Exception {
    assertThat(heard("text", "umlauts", "rest", "page"))
        .containsExactly("read: t", "read: t", "read: t", "no JSON");
  }

  /** No provider has said so much. */
  @Test
  void areGivenUpWhereTheySayMoreThanHasRoom() throws Exception {
    assertThat(heard("objects", "names"))
        .hasSize(2)
        .containsOnly("no complete answer came: an answer that says more than can be held");
  }

  private static List<String> heard(String... shapes) throws Exception {
    String said =
        SmallHeap.run(
            LargeAnswerTest.class,
            HEAP,
            Stream.concat(Stream.of("" + LANES), Stream.of(shapes)).toArray(String[]::new));
    return said.lines().toList();
  }

  /** Prints what is read of an answer of each shape. */
  public static void main(String[] arguments) throws Exception {
    try (LargeAnswers server = new LargeAnswers(Integer.parseInt(arguments[0]))) {
      var http =
          new ProviderHttp(new ApiClient(Network.ofTheJvm()), Duration.ofMinutes(2), Secret.of(""));
      for (String shape : List.of(arguments).subList(1, arguments.length)) {
        add(server, shape);
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(server.address() + "/" + shape))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        System.out.println(
            server.inAllLanes(() -> told(http.send(request))).collect(Collectors.joining(" and ")));
      }
    }
    System.exit(0);
  }

  private static void add(LargeAnswers server, String shape) {
    switch (shape) {
      case "text" -> add(server, shape, "{\"seen\":\"", "0123456789abcdef", "\",\"id\":\"t\"}");
      case "umlauts" -> add(server, shape, "{\"seen\":\"", "äöü\\u00df\\n", "\",\"id\":\"t\"}");
      case "rest" -> add(server, shape, "{\"id\":\"t\"}", "{\"id\":\"u\"}", "");
      case "page" -> add(server, shape, "<html>", "<p>\"no\"</p>", "</html>");
      case "objects" -> add(server, shape, "{\"seen\":[{}", ",{\"\":{}}", "],\"id\":\"t\"}");
      case "names" -> add(server, shape, "{\"seen\":{\"\":1", ",\"%d\":1", "},\"id\":\"t\"}");
      default -> throw new IllegalArgumentException(shape);
    }
  }

  private static void add(
      LargeAnswers server, String shape, String start, String filling, String end) {
    server.add("/" + shape, 200, start, filling, end, ProviderHttp.MAX_BODY);
  }

  private static String told(Exchange exchange) {
    return exchange.fold(
        answer -> {
          JsonAnswer read = new JsonAnswer(answer, Secret.of(""));
          return read.isJson() ? "read: " + read.text(read.root().path("id")) : "no JSON";
        },
        Exchange.Broken::reason);
  }
}
