package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MisbehaviourTest {

  @Test
  void answers429BeyondItsRateAndSaysHowLongToWait() throws Exception {
    try (Simulator simulator = start("admit=2/h")) {
      Caller caller = new Caller(simulator);
      for (int i = 0; i < 3; i++) {
        caller.create("a cat");
      }

      HttpResponse<String> answer = caller.post(Caller.IMAGE_TO_VIDEO, Caller.imageToVideo("4"));

      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
          .isBetween(1_700L, 1_800L);
      assertThat(caller.record("counts").path("throttled429").intValue()).isEqualTo(1);
      assertThat(caller.record("journal").path("creates").intValue()).isEqualTo(3);
    }
  }

  @Test
  void keepsCreatesInTheJournalWhoseAnswerIsLost() throws Exception {
    try (Simulator simulator = start("lose-answer-share=1", "generation-time=0s")) {
      Caller caller = new Caller(simulator);

      assertThatThrownBy(() -> caller.create("a cat")).isInstanceOf(IOException.class);

      JsonNode journal = caller.record("journal");
      assertThat(journal.path("creates").intValue()).isEqualTo(1);
      JsonNode entry = journal.path("tasks").path(0);
      assertThat(entry.path("prompt").asString()).isEqualTo("a cat");
      assertThat(caller.task(entry.path("ticket").asString()).path("status").asString())
          .isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void breaksWithoutMakingATask() throws Exception {
    try (Simulator simulator = start("error-share=1")) {
      Caller caller = new Caller(simulator);

      HttpResponse<String> create = caller.post(Caller.IMAGE_TO_VIDEO, Caller.imageToVideo("x"));

      assertThat(create.statusCode()).isEqualTo(500);
      assertThat(create.body()).startsWith("{\"code\":\"do_request_failed\"");
      assertThat(caller.look("x").statusCode()).isEqualTo(500);
      assertThat(caller.record("journal").path("creates").intValue()).isZero();
    }
  }

  @Test
  void cutsADownloadHalfWay() throws Exception {
    try (Simulator simulator = start("cut-share=1", "generation-time=0s")) {
      Caller caller = new Caller(simulator);
      URI link = caller.link(caller.create("a cat"));

      assertThatThrownBy(() -> Caller.download(link)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void takesTheTimeThatIsSet() throws Exception {
    try (Simulator simulator = start("latency=200ms")) {
      long start = System.nanoTime();
      new Caller(simulator).create("a cat");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
    }
  }

  @Test
  void listsWhatItAcceptedInOrder() throws Exception {
    try (Simulator simulator = start("generation-time=0s")) {
      Caller caller = new Caller(simulator);
      List<String> tickets = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        tickets.add(caller.create("shot " + i));
      }
      caller.post(
          Caller.IMAGE_TO_VIDEO,
          "{\"promptImage\":\"data:image/png;base64,AAAA\",\"model\":\"m\"}");

      JsonNode tasks = caller.record("journal").path("tasks");

      assertThat(tasks.valueStream().limit(20).map(task -> task.path("ticket").asString()))
          .isEqualTo(tickets);
      assertThat(tasks.path(7).path("prompt").asString()).isEqualTo("shot 7");
      assertThat(tasks.path(7).path("route").asString()).isEqualTo(Caller.IMAGE_TO_VIDEO);
      assertThat(tasks.path(7).path("image").asString()).isEqualTo("https://example.org/cat.jpg");
      assertThat(tasks.path(7).has("video")).isFalse();
      assertThat(tasks.path(20).path("image").asString()).isEqualTo("data:image/png;base64,");
    }
  }

  @Test
  void countsWhatItWasAsked() throws Exception {
    try (Simulator simulator = start("generation-time=0s")) {
      Caller caller = new Caller(simulator);
      String ticket = caller.create("a cat");
      Caller.download(caller.link(ticket));
      caller.look(ticket);

      assertThat(caller.record("counts").toString())
          .isEqualTo(
              "{\"creates\":1,\"refused\":0,\"throttled429\":0,\"looks\":2,\"downloads\":1}");
    }
  }

  private static Simulator start(String... lines) {
    return Simulator.start(Settings.of(lines), 0);
  }
}
