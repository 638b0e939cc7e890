package dev.dailies.job.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.TimeTaken;
import dev.dailies.ledger.TimeTaken.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** How often and how late tasks are looked at, by arithmetic alone: the steps are the default. */
class PollScheduleTest {

  private static final Kind KIND = new Kind("acme", "gen3a_turbo", 5);
  private static final Duration INTERVAL = Duration.ofSeconds(6);
  private static final PollSchedule STEPS = new PollSchedule(INTERVAL);

  private final UsualTimes usualTimes = new UsualTimes(provider -> List.of());

  /** When a task was looked at, the last time finding it finished. */
  private record Looks(List<Duration> times, Duration late) {}

  private Looks watch(Duration generation) {
    List<Duration> times = new ArrayList<>();
    Duration time = STEPS.first(usualTimes.of(KIND));
    times.add(time);
    while (time.compareTo(generation) < 0) {
      time = time.plus(STEPS.spread(STEPS.next(time, usualTimes.of(KIND))));
      times.add(time);
    }
    usualTimes.took(new TimeTaken(KIND, time));
    return new Looks(times, time.minus(generation));
  }

  private List<Looks> watch(int tasks, Supplier<Duration> generation) {
    List<Looks> all = new ArrayList<>();
    for (int n = 0; n < tasks; n++) {
      all.add(watch(generation.get()));
    }
    return all;
  }

  private static Supplier<Duration> aboutAMinute() {
    Random random = new Random(7);
    return () -> Duration.ofMillis(45_000 + random.nextInt(30_000));
  }

  private static double mean(List<Looks> all, ToDoubleFunction<Looks> what) {
    return all.stream().mapToDouble(what).average().orElseThrow();
  }

  @RepeatedTest(20)
  void looksAtMostEightTimesAtAnUnknownTaskOfAMinute() {
    Looks looks = watch(Duration.ofSeconds(60));

    assertThat(looks.times()).hasSizeLessThanOrEqualTo(8);
    assertThat(looks.late()).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void looksAFewTimesAtTasksOfAboutAMinuteAndIsHardlyLate() {
    List<Looks> all = watch(1_000, aboutAMinute());

    assertThat(all).allMatch(looks -> looks.times().size() <= 8);
    List<Looks> later = all.subList(30, 1_000);
    assertThat(mean(later, looks -> looks.times().size())).isLessThan(4);
    assertThat(mean(later, looks -> looks.late().toMillis())).isLessThan(5_000);
  }

  @Test
  void neverLooksMoreOftenThanTheInterval() {
    for (Looks looks : watch(200, aboutAMinute())) {
      List<Duration> times = looks.times();
      assertThat(times.get(0)).isGreaterThanOrEqualTo(INTERVAL);
      for (int n = 1; n < times.size(); n++) {
        assertThat(times.get(n).minus(times.get(n - 1))).isGreaterThanOrEqualTo(INTERVAL);
      }
    }
  }

  @Test
  void learnsThatAProviderHasBecomeFaster() {
    watch(30, () -> Duration.ofMinutes(5));

    List<Looks> all = watch(300, () -> Duration.ofSeconds(40));

    assertThat(all.get(0).late()).isGreaterThan(Duration.ofSeconds(200));
    assertThat(all.subList(250, 300))
        .allMatch(looks -> looks.late().compareTo(Duration.ofSeconds(8)) < 0);
  }

  @Test
  void looksSeldomAgainAtATaskThatTakesMuchLongerThanUsual() {
    watch(30, () -> Duration.ofSeconds(60));

    Looks looks = watch(Duration.ofMinutes(10));

    assertThat(looks.times()).hasSizeLessThan(30);
    assertThat(looks.late()).isLessThan(Duration.ofSeconds(32));
  }

  @Test
  void aLongTaskIsFoundFinishedSoonEnoughThoughNobodyKnowsIt() {
    assertThat(watch(Duration.ofMinutes(40)).late()).isLessThan(Duration.ofSeconds(32));
  }

  @Test
  void remembersTheMedianOfTheLastTimes() {
    List<TimeTaken> earlier = new ArrayList<>();
    for (int seconds = 100; seconds > 0; seconds--) {
      earlier.add(new TimeTaken(KIND, Duration.ofSeconds(seconds)));
    }
    UsualTimes times = new UsualTimes(provider -> Collections.unmodifiableList(earlier));

    assertThat(times.of(KIND)).as("of 21 to 1").contains(Duration.ofSeconds(11));
    assertThat(times.of(new Kind("acme", "gen3a_turbo", 10))).isEqualTo(Optional.empty());
  }
}
