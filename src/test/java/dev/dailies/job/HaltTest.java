package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.dailies.pacing.StopReason.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where no other row would fare better nothing more is sent, and nothing is lost. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HaltTest {

  @TempDir Path folder;

  static Stream<Arguments> halts() {
    return Stream.of(
        Arguments.of(401, "invalid_api_key", 4, Kind.CREDENTIALS),
        Arguments.of(403, "quota_not_enough", 7, Kind.ACCOUNT),
        Arguments.of(503, "model_not_found", 7, Kind.ACCOUNT));
  }

  @ParameterizedTest
  @MethodSource("halts")
  void sendsNothingMoreAfterTheAnswersOnTheWire(int status, String error, int code, Kind kind) {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(StubbedApi.error(status, error));

      Ran ran = new Rehearsal(folder, api.baseUrl()).rows(8).run();

      assertThat(ran.count(PLANNED)).isEqualTo(8);
      assertThat(ran.code()).isEqualTo(code);
      assertThat(ran.stop(kind).text()).contains(error);
      assertThat(api.posts()).hasSizeBetween(1, 2);
    }
  }

  @Test
  void endsAtTheFirstSuchAnswerThoughOthersAreOnTheWire() {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(StubbedApi.accepted().withFixedDelay(1_500));
      api.creates("shot-01", StubbedApi.error(401, "invalid_api_key").withFixedDelay(500));

      Ran ran = new Rehearsal(folder, api.baseUrl()).rows(8).api("submit-concurrency", "4").run();

      assertThat(api.posts()).as("all on the wire by then").hasSizeBetween(1, 4);
      assertThat(ran.state("shot-01")).isEqualTo(PLANNED);
      assertThat(ran.count(DELIVERED)).isEqualTo(api.posts().size() - 1);
      assertThat(ran.count(PLANNED)).isEqualTo(8 - ran.count(DELIVERED));
      assertThat(ran.code()).isEqualTo(4);
    }
  }

  @Test
  void endsSoonEvenIfTheNextTurnIsFarAway() {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(StubbedApi.error(401, "invalid_api_key"));
      long start = System.nanoTime();

      Ran ran = new Rehearsal(folder, api.baseUrl()).rows(3).api("submit-rate", "1/min").run();

      assertThat(ran.code()).isEqualTo(4);
      assertThat(api.posts()).hasSize(1);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void givesUpWhenEverythingIsRefusedForOneReason() {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(badModel());

      Ran ran = new Rehearsal(folder, api.baseUrl()).rows(12).run();

      assertThat(ran.count(REJECTED)).isBetween(5, 6);
      assertThat(ran.count(PLANNED)).isEqualTo(12 - ran.count(REJECTED));
      assertThat(ran.code()).isEqualTo(7);
      assertThat(ran.stop(Kind.ACCOUNT).text()).contains("again and again").contains("bad_model");
    }
  }

  @Test
  void rejectsOnlyTheRowsThatAreRefusedWhileOthersAreTaken() {
    try (StubbedApi api = new StubbedApi()) {
      for (int n = 2; n <= 7; n++) {
        api.creates("shot-0" + n, badModel());
      }

      Ran ran = new Rehearsal(folder, api.baseUrl()).rows(8).api("submit-concurrency", "1").run();

      assertThat(ran.in(DELIVERED)).containsExactly("shot-01", "shot-08");
      assertThat(ran.count(REJECTED)).isEqualTo(6);
      assertThat(ran.reason("shot-02")).contains("bad_model");
      assertThat(ran.code()).isEqualTo(3);
    }
  }

  @Test
  void stillDeliversWhatWasPaidForBefore() {
    try (StubbedApi api = new StubbedApi()) {
      api.creates("shot-03", StubbedApi.error(401, "invalid_api_key"));
      ResponseDefinitionBuilder[] slowly = {
        StubbedApi.running(), StubbedApi.running(), StubbedApi.succeeded("")
      };
      api.looks("shot-01", slowly);
      api.looks("shot-02", slowly);

      Ran ran = new Rehearsal(folder, api.baseUrl()).rows(5).api("submit-concurrency", "1").run();

      assertThat(ran.in(DELIVERED)).containsExactly("shot-01", "shot-02");
      assertThat(ran.in(PLANNED)).containsExactly("shot-03", "shot-04", "shot-05");
      assertThat(ran.code()).isEqualTo(4);
    }
  }

  private static ResponseDefinitionBuilder badModel() {
    return StubbedApi.error(400, "bad_model");
  }
}
