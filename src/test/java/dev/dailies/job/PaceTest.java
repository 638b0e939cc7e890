package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** How fast, how many at once, and how many at all: as the provider sees it. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PaceTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl());
  }

  /** A busy machine may look at a request late, so that two seem closer than they were sent. */
  @Test
  void sendsNoFasterThanTheRate() {
    job().rows(30).api("submit-rate", "20/s").api("window", "100").run();

    List<Instant> sent = times(api.posts());
    assertThat(sent).hasSize(30);
    assertThat(Duration.between(sent.get(0), sent.get(29))).isGreaterThan(Duration.ofSeconds(1));
    for (int n = 0; n + 10 < sent.size(); n++) {
      assertThat(Duration.between(sent.get(n), sent.get(n + 10)))
          .as("ten in a row")
          .isGreaterThan(Duration.ofMillis(250));
    }
  }

  @Test
  void hasNoMoreInFlightThanTheWindow() {
    for (String shot : Rehearsal.shots(12)) {
      api.looks(shot, StubbedApi.running(), StubbedApi.running(), StubbedApi.succeeded(""));
    }

    Ran ran = job().rows(12).api("window", "3").api("submit-concurrency", "5").run();

    assertThat(ran.count(DELIVERED)).isEqualTo(12);
    assertThat(mostOpenAtOnce()).isEqualTo(3);
  }

  /** Counted at the stub: a task is open from its create to the look that finds it finished. */
  private int mostOpenAtOnce() {
    int open = 0;
    int most = 0;
    for (ServeEvent event : api.exchanges()) {
      if (event.getRequest().getUrl().equals(StubbedApi.CREATE)) {
        most = Math.max(most, ++open);
      } else if (event.getResponse().getBodyAsString().contains("SUCCEEDED")) {
        open--;
      }
    }
    return most;
  }

  @Test
  void aSlowProviderDoesNotHoldUpAFastOne() {
    try (StubbedApi slow = new StubbedApi()) {
      List<String> rows = new ArrayList<>();
      IntStream.range(0, 24)
          .forEach(
              n -> rows.add(Rehearsal.row("shot-" + n) + (n % 6 == 0 ? ",slow" : ",cometapi")));
      Rehearsal job =
          job()
              .addProvider("slow", slow.baseUrl())
              .set("providers.slow.submit-rate", "30/min")
              .manifest("id,prompt,image,provider", rows.toArray(String[]::new));

      Ran ran = job.run();

      assertThat(ran.count(DELIVERED)).isEqualTo(24);
      assertThat(slow.posts()).hasSize(4);
      assertThat(api.posts()).hasSize(20);
      assertThat(span(slow.posts())).isGreaterThan(Duration.ofMillis(1_500));
      assertThat(times(api.posts()).get(19)).isBefore(times(slow.posts()).get(3));
    }
  }

  @Test
  void sendsNoMoreThanTheLimit() {
    Rehearsal job = job().rows(5).set("limit", "3");

    Ran first = job.run();
    Ran second = job.run();

    assertThat(first.in(DELIVERED)).containsExactly("shot-01", "shot-02", "shot-03");
    assertThat(first.in(PLANNED)).containsExactly("shot-04", "shot-05");
    assertThat(first.code()).isEqualTo(8);
    assertThat(second.count(DELIVERED)).isEqualTo(5);
    assertThat(second.code()).isZero();
  }

  @Test
  void endsWhenItsTimeIsOver() {
    api.looks(StubbedApi.running());
    Rehearsal job = job().rows(6).api("window", "4").set("time-limit", "3s");

    Ran first = job.run();
    api.looks(StubbedApi.succeeded(""));
    Ran second = job.set("time-limit", "1h").run();

    assertThat(first.count(SUBMITTED)).isEqualTo(4);
    assertThat(first.count(PLANNED)).isEqualTo(2);
    assertThat(first.code()).isEqualTo(10);
    assertThat(second.count(DELIVERED)).isEqualTo(6);
    assertThat(api.posts()).hasSize(6);
  }

  private static Duration span(List<LoggedRequest> requests) {
    List<Instant> times = times(requests);
    return Duration.between(times.get(0), times.get(times.size() - 1));
  }

  private static List<Instant> times(List<LoggedRequest> requests) {
    return requests.stream().map(request -> request.getLoggedDate().toInstant()).toList();
  }
}
