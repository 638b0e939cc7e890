package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A provider that admits exactly the rate, after a burst of three, and the same that loses answers
 * to creates that it has taken. The bound is (rows ÷ rate) + one generation + one delivery.
 */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class LimiterTest {

  private static final int GENERATION = 4;

  @TempDir Path folder;

  @Test
  @Tag("bench")
  void hardlyAnybodyIsTurnedAwayAtTheLimit() {
    check(atTheLimit(50, 20, "500ms"), 50);
  }

  @Test
  void nothingIsPaidTwiceWhereAnswersAreLostAtTheLimit() {
    checkDoubts(losingAnswers(50, 20, "0.2", "500ms"), 50);
  }

  @Test
  @Tag("bench")
  void twoHundredRowsAtTheLimitTakeHardlyLongerThanTheyMust() {
    SimulatedRun night = atTheLimit(200, 10, GENERATION + "s");

    check(night, 200);
    assertThat(ratio("at the limit", night)).isLessThanOrEqualTo(1.05);
  }

  /** What it costs in time that after a doubt only one request is on the wire, is printed. */
  @Test
  @Tag("bench")
  void twoHundredRowsWithATenthOfTheAnswersLostArePaidForOnce() {
    SimulatedRun night = losingAnswers(200, 10, "0.1", GENERATION + "s");

    checkDoubts(night, 200);
    ratio("with a tenth of the answers lost", night);
  }

  private SimulatedRun atTheLimit(int rows, int rate, String generation) {
    return SimulatedRun.spend(folder, limited(rate, generation), job -> paced(job, rows, rate));
  }

  private SimulatedRun losingAnswers(int rows, int rate, String share, String generation) {
    Map<String, String> settings = new HashMap<>(limited(rate, generation));
    settings.put("lose-answer-share", share);
    return SimulatedRun.spend(folder, settings, job -> paced(job, rows, rate));
  }

  private static Map<String, String> limited(int rate, String generation) {
    return Map.of(
        "admit", rate + "/s", "generation-time", generation, "jitter", "0", "latency", "100ms");
  }

  private static Rehearsal paced(Rehearsal job, int rows, int rate) {
    return job.rows(rows)
        .api("submit-rate", rate + "/s")
        // A rate is reached by as many at once as go out while one is answered, and some more.
        .api("submit-concurrency", "4")
        .api("poll-interval", "400ms")
        .api("breaker-wait", "200ms")
        .api("window", "500");
  }

  private static void check(SimulatedRun night, int rows) {
    int requests = night.counts().creates() + night.counts().throttled();
    assertThat(night.ran().count(DELIVERED)).isEqualTo(rows);
    assertThat(night.ran().code()).isZero();
    assertThat(night.counts().throttled()).isLessThanOrEqualTo(requests * 2 / 100);
    assertThat(night.duplicates()).isZero();
  }

  private static void checkDoubts(SimulatedRun night, int rows) {
    assertThat(night.counts().creates()).isEqualTo(rows);
    assertThat(night.duplicates()).isZero();
    assertThat(night.ran().count(IN_DOUBT)).isPositive();
    assertThat(night.ran().count(DELIVERED)).isEqualTo(rows - night.ran().count(IN_DOUBT));
    assertThat(night.ran().code()).isEqualTo(12);
  }

  private static double ratio(String what, SimulatedRun night) {
    double bound = 200.0 / 10 + GENERATION + night.oneDelivery();
    System.out.printf(
        "%s: %.2f s, %.3f of the bound of %.2f s; %d created, %d answered 429, %d in doubt%n",
        what,
        night.seconds(),
        night.seconds() / bound,
        bound,
        night.counts().creates(),
        night.counts().throttled(),
        night.ran().count(IN_DOUBT));
    return night.seconds() / bound;
  }
}
