package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A provider that says "not now", or is not there, has created nothing: the row goes later. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PutOffTest {

  @TempDir Path folder;

  @Test
  void waitsAsLongAsTheProviderAsksFor() {
    try (StubbedApi api = new StubbedApi()) {
      api.firstCreate(StubbedApi.error(429, "slow_down").withHeader("Retry-After", "2"));

      Ran ran = new Rehearsal(folder, api.baseUrl()).rows(6).api("submit-concurrency", "1").run();

      assertThat(ran.count(DELIVERED)).isEqualTo(6);
      assertThat(ran.code()).isZero();
      assertThat(api.posts()).hasSize(7);
      assertThat(longestPause(api.posts())).isGreaterThan(Duration.ofMillis(1_700));
      assertThat(ran.queries().values())
          .as("an attempt that created nothing is none")
          .allMatch(view -> view.task().attempts() == 1);
    }
  }

  @Test
  void backsOffWhenTheProviderDoesNotSayHowLong() {
    try (StubbedApi api = new StubbedApi()) {
      api.firstCreate(StubbedApi.error(429, "slow_down"));

      Ran ran = new Rehearsal(folder, api.baseUrl()).rows(4).api("submit-concurrency", "1").run();

      assertThat(ran.count(DELIVERED)).isEqualTo(4);
      assertThat(api.posts()).hasSize(5);
      assertThat(longestPause(api.posts())).isGreaterThan(Duration.ofMillis(600));
    }
  }

  @Test
  void endsWhenItIsToldToComeBackMuchLater() {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(StubbedApi.error(429, "daily_quota").withHeader("Retry-After", "3600"));
      Instant start = Instant.now();

      Ran ran = new Rehearsal(folder, api.baseUrl()).rows(6).run();

      assertThat(ran.count(PLANNED)).isEqualTo(6);
      assertThat(ran.code()).isEqualTo(5);
      assertThat(api.posts()).hasSizeLessThanOrEqualTo(2);
      StopReason reason = ran.stop(Kind.UNAVAILABLE);
      assertThat(reason.text()).contains("1 h");
      assertThat(reason.comeBack()).isAfter(start.plusSeconds(3_599));
    }
  }

  @Test
  void takesShortRefusalsWithoutEndForAQuotaThoughLooksSucceed() {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(StubbedApi.error(429, "too_many").withHeader("retry-after-ms", "200"));
      api.creates("shot-01", StubbedApi.accepted());
      api.looks("shot-01", StubbedApi.running());
      Instant start = Instant.now();

      Ran ran =
          new Rehearsal(folder, api.baseUrl())
              .rows(3)
              .api("give-up-after", "1s")
              .api("deadline", "3s")
              .run();

      assertThat(ran.count(PLANNED)).isEqualTo(2);
      assertThat(ran.in(SUBMITTED)).containsExactly("shot-01");
      assertThat(api.polls("shot-01")).as("looks go on").isGreaterThan(5);
      StopReason reason = ran.stop(Kind.UNAVAILABLE);
      assertThat(reason.text())
          .contains("has taken nothing for 1 s", "a daily quota is probably used up");
      assertThat(reason.comeBack())
          .isBetween(start.plus(1, ChronoUnit.DAYS), Instant.now().plus(1, ChronoUnit.DAYS));
    }
  }

  @Test
  void putsEverythingOffWhileNobodyListens() throws IOException {
    try (StubbedApi api = new StubbedApi()) {
      Rehearsal job =
          new Rehearsal(folder, "http://127.0.0.1:" + deadPort())
              .rows(8)
              .api("give-up-after", "1s");

      Ran first = job.run();
      Ran second = job.api("base-url", api.baseUrl()).run();

      assertThat(first.count(PLANNED)).isEqualTo(8);
      assertThat(first.code()).isEqualTo(5);
      assertThat(first.stop(Kind.UNAVAILABLE).text()).contains("cannot be reached");
      assertThat(second.count(DELIVERED)).isEqualTo(8);
      assertThat(second.code()).isZero();
    }
  }

  private static int deadPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Duration longestPause(List<LoggedRequest> requests) {
    Duration longest = Duration.ZERO;
    for (int n = 1; n < requests.size(); n++) {
      Duration pause =
          Duration.between(
              requests.get(n - 1).getLoggedDate().toInstant(),
              requests.get(n).getLoggedDate().toInstant());
      longest = pause.compareTo(longest) > 0 ? pause : longest;
    }
    return longest;
  }
}
