package dev.dailies.job.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.InFlight;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TimeTaken;
import dev.dailies.ledger.TimeTaken.Kind;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Request;
import dev.dailies.provider.spi.ProviderSettings;
import dev.dailies.provider.spi.SomeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchTest {

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

  private static final Kind KIND = Kind.of(FLIGHT);
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final AtomicLong nanoTime = new AtomicLong();
  private final UsualTimes usualTimes = new UsualTimes(provider -> List.of());

  private static ProviderSettings settings() {
    return SomeSettings.with(Map.of("poll-interval", "10s", "grace", "1m", "deadline", "1h"));
  }

  private Watch fresh() {
    return Watch.ofNew(FLIGHT, settings(), usualTimes, nanoTime::get);
  }

  private Watch left() {
    return Watch.ofOld(FLIGHT, settings(), usualTimes, nanoTime::get);
  }

  private static Duration untilDue(Watch watch) {
    return watch.timer().untilDue().orElseThrow();
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  private void took(int seconds) {
    usualTimes.took(new TimeTaken(KIND, Duration.ofSeconds(seconds)));
  }

  @Test
  void looksAtANewTaskAfterAnInterval() {
    assertThat(untilDue(fresh())).isEqualTo(INTERVAL);
    assertThat(fresh().timer().isDue()).isFalse();
  }

  @Test
  void looksAtOnceAtATaskThatAnEarlierRunHasLeft() {
    took(60);

    assertThat(left().timer().isDue()).isTrue();
  }

  @Test
  void looksAtANewTaskShortlyBeforeItIsUsuallyDone() {
    took(80);
    took(60);
    took(70);
    usualTimes.took(new TimeTaken(new Kind("acme", "another", null), Duration.ofSeconds(1)));

    assertThat(untilDue(fresh())).isBetween(Duration.ofSeconds(56), Duration.ofSeconds(70));
  }

  @Test
  void doesNotLookBeforeATaskIsUsuallyDone() {
    Watch watch = fresh();
    pass(INTERVAL);
    watch.timer().start();
    took(60);

    watch.seen("");

    assertThat(untilDue(watch)).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
  }

  @Test
  void saysHowLongATaskTookThatItHasWatchedFromItsTicketOn() {
    Watch left = left();
    Watch fresh = fresh();
    pass(Duration.ofSeconds(47));

    assertThat(left.finished()).as("it began in another run").isEmpty();
    assertThat(usualTimes.of(KIND)).isEmpty();
    assertThat(fresh.finished()).contains(Duration.ofSeconds(47));
    assertThat(usualTimes.of(KIND)).contains(Duration.ofSeconds(47));
  }

  @Test
  void spreadsItsLooks() {
    Watch watch = left();

    watch.timer().start();
    assertThat(watch.timer().isDue()).isFalse();
    assertThat(watch.timer().untilDue()).isEmpty();
    watch.seen("");

    assertThat(untilDue(watch)).isBetween(INTERVAL, Duration.ofSeconds(12));
  }

  @Test
  void waitsAsLongAsTheProviderAsksFor() {
    Watch watch = left();

    watch.failed(Duration.ofMinutes(10));
    assertThat(untilDue(watch)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    watch.failed(Duration.ofMillis(1));

    assertThat(untilDue(watch)).as("never less").isGreaterThanOrEqualTo(INTERVAL);
  }

  @Test
  void losesATaskOnlyIfItWasUnseenForTheWholeGraceTime() {
    Watch watch = left();

    assertThat(watch.unseenForTooLong()).isFalse();
    pass(Duration.ofSeconds(61));
    watch.seen("");
    assertThat(watch.unseenForTooLong()).as("it was seen in between").isFalse();
    pass(Duration.ofSeconds(61));

    assertThat(watch.unseenForTooLong()).isTrue();
  }

  @Test
  void parksOnlyWhatItHasLookedAt() {
    Watch watch = left();
    assertThat(watch.isOverdue()).isFalse();
    pass(Duration.ofSeconds(3_601));
    assertThat(watch.isOverdue()).isTrue();
    assertThat(watch.tryPark()).isFalse();
    watch.timer().start();
    assertThat(watch.tryPark()).as("the look is not over").isFalse();
    watch.seen("");

    assertThat(watch.tryPark()).isTrue();

    assertThat(watch.isParked()).isTrue();
    assertThat(watch.timer().isDue()).isFalse();
  }

  @Test
  void aLookThatWasNotMadeCountsForNothing() {
    Watch watch = left();
    watch.timer().start();

    watch.skipPoll();

    assertThat(watch.timer().isDue()).isTrue();
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
    lost.timer().start();
    emptyHanded.timer().start();

    lost.unseenForTooLong();
    emptyHanded.emptyHandedFor(2);
    assertThat(lost.timer().untilDue()).isPresent();
    assertThat(emptyHanded.timer().untilDue()).isPresent();

    nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
    lost.timer().start();
    assertThat(lost.unseenForTooLong()).isTrue();
    emptyHanded.timer().start();
    emptyHanded.emptyHandedFor(2);
    assertThat(lost.timer().untilDue()).isEmpty();
    assertThat(emptyHanded.timer().untilDue()).isEmpty();
  }
}
