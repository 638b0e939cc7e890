package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.ledger.InFlight;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.ProviderSettings;
import dev.dailies.provider.Request;
import dev.dailies.provider.SomeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final String KIND = "acme gen3a_turbo";
  private static final InFlight FLIGHT =
      new InFlight(
          new Task(
              1,
              "cat",
              1,
              1,
              TaskState.SUBMITTED,
              2,
              1,
              2,
              "acme",
              "digest",
              null,
              Map.of(),
              null,
              1,
              null,
              null),
          new Attempt(
              AttemptId.random(),
              new Request("https://example.org", "/v1", "gen3a_turbo", "{}", null),
              "ticket"),
          Instant.EPOCH);

  private final UsualTimes usualTimes = new UsualTimes();

  private static ProviderSettings settings() {
    return SomeSettings.with(Map.of("poll-interval", "10s", "grace", "100ms", "deadline", "100ms"));
  }

  private Watch fresh() {
    return Watch.ofNew(FLIGHT, settings(), usualTimes);
  }

  private Watch left() {
    return Watch.ofOld(FLIGHT, settings(), usualTimes);
  }

  private static Duration untilDue(Watch watch) {
    return watch.untilDue().orElseThrow();
  }

  @Test
  void looksAtANewTaskAfterAnInterval() {
    assertThat(untilDue(fresh())).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
    assertThat(fresh().isDue()).isFalse();
  }

  @Test
  void looksAtOnceAtATaskThatAnEarlierRunHasLeft() {
    assertThat(left().isDue()).isTrue();
  }

  @Test
  void looksAtANewTaskWhenItsModelIsUsuallyDone() {
    usualTimes.took(KIND, Duration.ofSeconds(80));
    usualTimes.took(KIND, Duration.ofSeconds(60));
    usualTimes.took(KIND, Duration.ofSeconds(70));
    usualTimes.took("acme another", Duration.ofSeconds(1));

    assertThat(untilDue(fresh())).isBetween(Duration.ofSeconds(58), Duration.ofSeconds(60));
    assertThat(left().isDue()).isTrue();
  }

  @Test
  void doesNotLookBeforeATaskIsUsuallyDone() {
    Watch watch = fresh();
    usualTimes.took(KIND, Duration.ofSeconds(60));
    watch.startLook();

    watch.seen();

    assertThat(untilDue(watch)).isBetween(Duration.ofSeconds(58), Duration.ofSeconds(60));
  }

  @Test
  void remembersHowLongATaskTook() {
    left().finished();
    assertThat(usualTimes.of(KIND)).as("it began in another run").isZero();

    fresh().finished();

    assertThat(usualTimes.of(KIND)).isPositive();
  }

  @Test
  void spreadsItsLooks() {
    Watch watch = left();

    watch.startLook();
    assertThat(watch.isDue()).isFalse();
    assertThat(watch.untilDue()).isEmpty();
    watch.seen();

    assertThat(untilDue(watch)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(11));
  }

  @Test
  void waitsAsLongAsTheProviderAsksFor() {
    Watch watch = left();

    watch.failed(Duration.ofMinutes(10));
    assertThat(untilDue(watch)).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(11));
    watch.failed(Duration.ofMillis(1));

    assertThat(untilDue(watch)).as("never less").isGreaterThan(Duration.ofSeconds(8));
  }

  @Test
  void losesATaskOnlyIfItWasUnseenForTheWholeGraceTime() {
    Watch watch = left();

    assertThat(watch.unseenForTooLong()).isFalse();
    await().pollDelay(Duration.ofMillis(110)).until(() -> true);
    watch.seen();
    assertThat(watch.unseenForTooLong()).as("it was seen in between").isFalse();
    await().pollDelay(Duration.ofMillis(110)).until(() -> true);

    assertThat(watch.unseenForTooLong()).isTrue();
  }

  @Test
  void parksOnlyWhatItHasLookedAt() {
    Watch watch = left();
    await().until(watch::isOverdue);
    assertThat(watch.tryPark()).isFalse();
    watch.startLook();
    assertThat(watch.tryPark()).as("the look is not over").isFalse();
    watch.seen();

    assertThat(watch.tryPark()).isTrue();

    assertThat(watch.isParked()).isTrue();
    assertThat(watch.isDue()).isFalse();
  }

  @Test
  void aLookThatWasNotMadeCountsForNothing() {
    Watch watch = left();
    watch.startLook();

    watch.skipLook();

    assertThat(watch.isDue()).isTrue();
    assertThat(watch.tryPark()).isFalse();
  }

  @Test
  void countsHowOftenATaskWasEmptyHanded() {
    Watch watch = left();

    assertThat(watch.emptyHandedFor(2)).isFalse();
    assertThat(watch.emptyHandedFor(2)).isTrue();
  }

  @Test
  void noLookFollowsOneThatSettlesTheTask() {
    Watch lost = left();
    Watch emptyHanded = left();
    lost.startLook();
    emptyHanded.startLook();

    lost.unseenForTooLong();
    emptyHanded.emptyHandedFor(2);
    assertThat(lost.untilDue()).isPresent();
    assertThat(emptyHanded.untilDue()).isPresent();

    await()
        .until(
            () -> {
              lost.startLook();
              return lost.unseenForTooLong();
            });
    emptyHanded.startLook();
    emptyHanded.emptyHandedFor(2);
    assertThat(lost.untilDue()).isEmpty();
    assertThat(emptyHanded.untilDue()).isEmpty();
  }
}
