package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.SimulatorRecords;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Whole jobs under caps: what the provider has seen is counted, not what the ledger says of it. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class BudgetTest {

  /** A task of the model that is usual at CometAPI costs 0.32 dollars. */
  private static final String TEN_TASKS = "3.20";

  private static final Map<String, String> QUICK =
      Map.of("generation-time", "300ms", "jitter", "0", "latency", "20ms");

  @TempDir Path folder;

  @Test
  void sendsAsManyAsThereIsMoneyFor() {
    SimulatedRun night = run(QUICK, job -> job.set("budget.total", TEN_TASKS), 30);

    assertThat(night.counts().creates()).isEqualTo(10);
    assertThat(night.ran().count(DELIVERED)).isEqualTo(10);
    assertThat(night.ran().count(PLANNED)).isEqualTo(20);
    assertThat(night.ran().code()).isEqualTo(8);
    assertThat(night.ran().stop(Kind.BUDGET).text())
        .isEqualTo(
            "the folder's budget of $3.20 is used up: $0 is left, and the next task costs $0.32");
  }

  @Test
  void sendsAsManyTasksAsACapCounts() {
    SimulatedRun night = run(QUICK, job -> job.set("budget.per-day-tasks", "10"), 30);

    assertThat(night.counts().creates()).isEqualTo(10);
    assertThat(night.ran().stop(Kind.BUDGET).text())
        .isEqualTo("today's budget of 10 tasks is used up");
    assertThat(night.ran().stop(Kind.BUDGET).comeBack()).isNotNull();
  }

  @Test
  void whatIsLeftDoesNotPayForHalfATask() {
    SimulatedRun night = run(QUICK, job -> job.set("budget.per-run", "1"), 8);

    assertThat(night.counts().creates()).isEqualTo(3);
    assertThat(night.ran().stop(Kind.BUDGET).text())
        .isEqualTo(
            "this run's budget of $1 is used up: $0.04 is left, and the next task costs $0.32");
  }

  @Test
  void aDoubtCountsAsSpent() {
    Map<String, String> losing = new HashMap<>(QUICK);
    losing.put("lose-answer-share", "1");
    SimulatedRun night =
        run(losing, job -> job.set("budget.total", TEN_TASKS).api("submit-rate", "200/s"), 30);

    assertThat(night.counts().creates()).isEqualTo(10);
    assertThat(night.ran().count(IN_DOUBT)).isEqualTo(10);
  }

  @Test
  void aPriceThatNobodyKnowsIsNotSentUnderACap() {
    try (Simulator simulator = Simulator.start(SimulatorSetup.of(QUICK), 0)) {
      Rehearsal job = mixed(simulator).set("budget.per-day", "50");

      Ran ran = job.run();

      assertThat(new SimulatorRecords(simulator.baseUrl().toString()).counts().creates())
          .isEqualTo(2);
      assertThat(ran.code()).isEqualTo(8);
      assertThat(ran.stop(Kind.BUDGET).text())
          .isEqualTo(
              "nobody knows what a task of gen4_aleph costs, and there is today's budget of $50; say"
                  + " what to count by budget.unknown-price, as in 0.50");
      assertThat(ran.in(PLANNED)).containsExactly("b");
    }
  }

  @Test
  void aPriceThatNobodyKnowsCountsAsIsSaid() {
    try (Simulator simulator = Simulator.start(SimulatorSetup.of(QUICK), 0)) {
      Rehearsal job =
          mixed(simulator).set("budget.total", "1.20").set("budget.unknown-price", "0.60");

      assertThat(job.run().in(PLANNED)).containsExactly("c");
      assertThat(job.set("budget.total", "1.24").run().code()).isZero();
    }
  }

  /** Two priced tasks, and between them one without a price. */
  private Rehearsal mixed(Simulator simulator) {
    return new Rehearsal(folder, simulator.baseUrl().toString())
        .manifest(
            "id,prompt,image,video",
            "a,a,https://example.org/cat.jpg,",
            "b,b,,https://example.org/cat.mp4",
            "c,c,https://example.org/cat.jpg,")
        .api("submit-concurrency", "1");
  }

  @Test
  void oneProvidersCapDoesNotStopAnother() {
    try (Simulator simulator = Simulator.start(SimulatorSetup.of(QUICK), 0)) {
      String url = simulator.baseUrl().toString();
      String[] rows =
          IntStream.range(0, 20)
              .mapToObj(
                  n ->
                      "s%02d,p,https://example.org/cat.jpg,%s"
                          .formatted(n, n % 2 == 0 ? "cometapi" : "second"))
              .toArray(String[]::new);
      Rehearsal job =
          new Rehearsal(folder, url)
              .addProvider("second", url)
              .manifest("id,prompt,image,provider", rows)
              .set("providers.second.budget.per-run", "1.28");

      Ran ran = job.run();

      assertThat(ran.count(DELIVERED)).isEqualTo(14);
      assertThat(ran.code()).isEqualTo(8);
      assertThat(ran.stop(Kind.BUDGET).text()).startsWith("this run's budget for second of $1.28");
    }
  }

  @Test
  void theNextRunHasABudgetOfItsOwnAndTheFolderHasOne() {
    try (Simulator simulator = Simulator.start(SimulatorSetup.of(QUICK), 0)) {
      Rehearsal job =
          new Rehearsal(folder, simulator.baseUrl().toString())
              .rows(9)
              .set("budget.per-run", "1.28")
              .set("budget.total", "1.92");

      assertThat(job.run().count(DELIVERED)).isEqualTo(4);
      assertThat(job.run().count(DELIVERED)).isEqualTo(6);
      assertThat(job.run().stop(Kind.BUDGET).text()).startsWith("the folder's budget of $1.92");
      assertThat(new SimulatorRecords(simulator.baseUrl().toString()).counts().creates())
          .isEqualTo(6);
    }
  }

  private SimulatedRun run(Map<String, String> simulator, UnaryOperator<Rehearsal> how, int rows) {
    return SimulatedRun.spend(
        folder,
        simulator,
        job -> how.apply(job.rows(rows).api("submit-concurrency", "8").api("window", "500")));
  }
}
