package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.pacing.StopReason.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that was sent and whose answer nobody can read may have been paid for. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class InDoubtTest {

  private static final int MANY = 12;

  @TempDir Path folder;

  static Stream<Named<ResponseDefinitionBuilder>> noAnswers() {
    return Stream.of(
        Named.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Named.of("closed without a byte", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Named.of("late", StubbedApi.accepted().withFixedDelay(4_000)),
        Named.of("500", StubbedApi.error(500, "boom")),
        Named.of("a page", StubbedApi.html()),
        Named.of("JSON without an id", StubbedApi.json("{\"status\":\"PENDING\"}")),
        Named.of("nothing", StubbedApi.json("")),
        Named.of("cut JSON", StubbedApi.json("{\"id\":\"shot")));
  }

  @ParameterizedTest
  @MethodSource("noAnswers")
  void neverSendsAgainWhatMayHaveBeenTaken(ResponseDefinitionBuilder noAnswer) {
    try (StubbedApi api = new StubbedApi()) {
      api.creates("shot-02", noAnswer);
      api.creates("shot-03", noAnswer);
      Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(5).api("request-timeout", "3s");

      Ran first = job.run();
      Ran second = job.run();

      assertThat(first.in(IN_DOUBT)).containsExactly("shot-02", "shot-03");
      assertThat(first.in(DELIVERED)).containsExactly("shot-01", "shot-04", "shot-05");
      assertThat(List.of(first.code(), second.code())).containsExactly(12, 12);
      assertThat(second.states()).isEqualTo(first.states());
      assertThat(Rehearsal.shots(5)).allMatch(shot -> api.posts(shot) == 1);
    }
  }

  @Test
  void sendsFiveAndThenOneAtATimeWhenNothingIsAnswered() {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(StubbedApi.error(500, "boom"));
      Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(MANY).api("give-up-after", "3s");

      long start = System.nanoTime();
      Ran ran = job.run();
      Duration took = Duration.ofNanos(System.nanoTime() - start);

      List<Instant> sent =
          api.posts().stream().map(post -> post.getLoggedDate().toInstant()).toList();
      assertThat(sent).as("five, and one when the breaker was half open").hasSize(6);
      assertThat(Duration.between(sent.get(4), sent.get(5))).isGreaterThan(Duration.ofMillis(900));
      assertThat(took).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(20));
      assertThat(ran.count(IN_DOUBT)).isEqualTo(6);
      assertThat(ran.count(PLANNED)).isEqualTo(MANY - 6);
      assertThat(ran.code()).isEqualTo(12);
      assertThat(ran.stop(Kind.UNAVAILABLE).text()).contains("taken nothing for 3 s");
    }
  }

  @Test
  void leavesTheDoubtfulAloneWhenTheProviderIsWellAgain() {
    try (StubbedApi ill = new StubbedApi();
        StubbedApi well = new StubbedApi()) {
      ill.creates(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
      Rehearsal job = new Rehearsal(folder, ill.baseUrl()).rows(MANY).api("give-up-after", "500ms");
      Ran first = job.run();

      Ran second = job.api("base-url", well.baseUrl()).run();

      assertThat(first.count(IN_DOUBT)).isPositive();
      assertThat(second.in(IN_DOUBT)).isEqualTo(first.in(IN_DOUBT));
      assertThat(second.in(DELIVERED)).isEqualTo(first.in(PLANNED));
      assertThat(well.posts()).hasSize(MANY - first.in(IN_DOUBT).size());
      assertThat(second.code()).isEqualTo(12);
    }
  }

  @Test
  void sendsTheDoubtfulAgainOnlyIfTheUserWantsIt() {
    try (StubbedApi api = new StubbedApi()) {
      api.firstCreate(StubbedApi.json(""));
      Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(1);
      Ran first = job.run();

      Ran planned = job.set("on-doubt", "resubmit").plan();
      Ran second = job.run();

      assertThat(first.in(IN_DOUBT)).containsExactly("shot-01");
      assertThat(planned.in(IN_DOUBT))
          .as("a plan leaves doubts alone")
          .isEqualTo(first.in(IN_DOUBT));
      assertThat(second.in(DELIVERED)).containsExactly("shot-01");
      assertThat(second.view("shot-01").task().attempts()).isEqualTo(2);
      assertThat(api.posts("shot-01")).isEqualTo(2);
    }
  }
}
