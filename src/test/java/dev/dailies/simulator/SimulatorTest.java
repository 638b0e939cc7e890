package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SimulatorTest {

  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T10:00:00.123Z"));

  @Test
  void tellsATaskFromBeginningToEnd() throws Exception {
    try (Simulator simulator = start("generation-time=60s", "jitter=0")) {
      Caller caller = new Caller(simulator);
      String ticket = caller.create("a yawning cat");

      assertThat(caller.look(ticket).body())
          .isEqualTo(
              """
              {"id":"%s","status":"PENDING","createdAt":"2026-11-20T10:00:00.123Z"}\
              """
                  .formatted(ticket));
      clock.advance(Duration.ofSeconds(35));
      assertThat(caller.task(ticket).path("status").asString()).isEqualTo("RUNNING");
      assertThat(caller.task(ticket).path("progress").doubleValue()).isEqualTo(0.5);
      clock.advance(Duration.ofSeconds(25));
      assertThat(caller.task(ticket).path("status").asString()).isEqualTo("SUCCEEDED");
      assertThat(caller.link(ticket).toString())
          .startsWith(simulator.baseUrl() + "/clips/" + ticket + ".mp4?_jwt=eyJ");
    }
  }

  @Test
  void wrapsATaskAsTheGatewayDoes() throws Exception {
    try (Simulator simulator = start("generation-time=60s", "jitter=0", "body-form=wrapped")) {
      Caller caller = new Caller(simulator);
      String ticket = caller.create("a yawning cat");

      assertThat(caller.look(ticket).body())
          .isEqualTo(
              """
              {"code":"success","message":"","data":{"task_id":"%s","action":"IMAGE_TO_VIDEO",\
              "status":"QUEUED","fail_reason":"","submit_time":1795168800,"start_time":0,\
              "finish_time":0,"progress":"0%%","data":{"id":"%s","status":"PENDING",\
              "createdAt":"2026-11-20T18:00:00+08:00"}}}\
              """
                  .formatted(ticket, ticket));
      clock.advance(Duration.ofSeconds(35));
      JsonNode running = caller.task(ticket).path("data");
      assertThat(running.path("status").asString()).isEqualTo("IN_PROGRESS");
      assertThat(running.path("progress").asString()).isEqualTo("50%");
      assertThat(running.path("start_time").longValue()).isEqualTo(1795168809);
      clock.advance(Duration.ofSeconds(25));
      JsonNode done = caller.task(ticket).path("data");
      assertThat(done.path("status").asString()).isEqualTo("SUCCESS");
      assertThat(done.path("finish_time").longValue()).isEqualTo(1795168860);
      String link = done.path("data").path("output").path(0).asString();
      assertThat(Caller.download(URI.create(link)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void endsTasksAsTheirPromptsAsk() throws Exception {
    try (Simulator simulator = start("generation-time=1s")) {
      Caller caller = new Caller(simulator);
      String broken = caller.create("a cat [fail]");
      String unsafe = caller.create("a cat [UNSAFE]");
      clock.advance(Duration.ofSeconds(2));

      assertThat(caller.task(broken).path("status").asString()).isEqualTo("FAILED");
      assertThat(caller.task(broken).path("failureCode").asString())
          .isEqualTo("INTERNAL.BAD_OUTPUT.CODE01");
      assertThat(caller.task(unsafe).path("failureCode").asString()).isEqualTo("SAFETY.INPUT.TEXT");
    }
  }

  @Test
  void failsTheShareOfTasksThatIsSet() throws Exception {
    try (Simulator simulator = start("generation-time=0s", "failure-share=0.5")) {
      Caller caller = new Caller(simulator);
      int failed = 0;
      for (int i = 0; i < 100; i++) {
        String status = caller.task(caller.create("a cat")).path("status").asString();
        failed += status.equals("FAILED") ? 1 : 0;
      }
      assertThat(failed).isBetween(30, 70);
    }
  }

  /** A rehearsal of few shots, too, is to have something that retry repeats. */
  @Test
  void failsInTurnsByItselfAndByModeration() throws Exception {
    try (Simulator simulator = start("generation-time=0s", "failure-share=1")) {
      Caller caller = new Caller(simulator);
      List<String> codes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        codes.add(caller.task(caller.create("a cat")).path("failureCode").asString());
      }
      assertThat(codes)
          .containsExactly(
              "INTERNAL",
              "SAFETY.INPUT.TEXT",
              "INTERNAL",
              "SAFETY.INPUT.TEXT",
              "INTERNAL",
              "SAFETY.INPUT.TEXT");
    }
  }

  @Test
  void hidesANewTaskForAWhile() throws Exception {
    try (Simulator simulator = start("hidden-for=3s")) {
      Caller caller = new Caller(simulator);
      String ticket = caller.create("a cat");

      assertThat(caller.look(ticket).statusCode()).isEqualTo(400);
      assertThat(caller.look(ticket).body())
          .isEqualTo("{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}");
      clock.advance(Duration.ofSeconds(3));
      assertThat(caller.look(ticket).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void successorKnowsTheTasksOfItsPredecessor() throws Exception {
    String ticket;
    byte[] before;
    try (Simulator first = start("generation-time=1s", "clip-size=300KB")) {
      ticket = new Caller(first).create("a cat");
      clock.advance(Duration.ofSeconds(2));
      before = Caller.download(new Caller(first).link(ticket)).body();
    }
    try (Simulator second = start("generation-time=1h", "failure-share=1")) {
      HttpResponse<byte[]> after = Caller.download(new Caller(second).link(ticket));

      assertThat(after.body()).isEqualTo(before).hasSizeGreaterThanOrEqualTo(300 * 1024);
    }
  }

  @Test
  void saysWhichPortIsTaken() {
    try (Simulator first = start()) {
      assertThatThrownBy(() -> Simulator.start(Settings.of(), first.port()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("127.0.0.1:" + first.port())
          .hasMessageContaining("add --port");
    }
  }

  @Test
  void takesItsPortAgainAfterAStop() throws Exception {
    int port;
    try (Simulator first = start()) {
      port = first.port();
      new Caller(first).create("a cat");
    }
    try (Simulator second = Simulator.start(Settings.of(), port)) {
      assertThat(second.port()).isEqualTo(port);
      assertThat(new Caller(second).create("a cat")).isNotEmpty();
    }
  }

  private Simulator start(String... lines) {
    return Simulator.start(Settings.of(lines), 0, clock, new Random(3));
  }
}
