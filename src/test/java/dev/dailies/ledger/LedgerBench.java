package dev.dailies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Price;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how fast the ledger is: {@code ./mvnw test -Pbench -Dtest=LedgerBench}. */
@Tag("bench")
class LedgerBench {

  private static final int ROWS = Integer.getInteger("dailies.bench.rows", 200_000);
  private static final int CHUNK = 500;

  @Test
  void printsFigures(@TempDir Path folder) throws Exception {
    try (var db = TestLedger.in(folder)) {
      say("stamp new rows", ROWS, () -> plan(db));
      say("stamp the same rows again", ROWS, () -> plan(db));
      long plan = db.plans.newest().orElseThrow().number();
      calls("planned(4), nothing left out", 200, () -> planned(db, plan, Set.of()));
      calls("planned(4), 20 left out", 200, () -> planned(db, plan, oldest(db, plan)));
      calls("providersOfPlanned", 5, () -> db.open.providersOfPlanned(plan));
      say("200 submissions", 200, () -> submit(db, plan, 200));
      calls("inFlightCount", 200, () -> db.open.inFlightCount("runway"));
      calls("withTicket(SUBMITTED)", 50, () -> db.open.withTicket(TaskState.SUBMITTED));
      say("full lives on 1 thread", 2_000, () -> lives(db, plan, 2_000, 1));
      say("full lives on 8 threads", 4_000, () -> lives(db, plan, 4_000, 8));
      calls("planned(4) after those", 200, () -> planned(db, plan, Set.of()));
      calls("countAll", 3, db.queries::countAll);
      calls("countCurrent", 3, db.queries::countCurrent);
      calls("money", 3, db.queries::money);
      var queries = new AtomicLong();
      say("accounts", ROWS, () -> db.queries.forEach(view -> queries.incrementAndGet()));
      assertThat(queries).hasValue(ROWS);
      say("withdraw what is left", ROWS, () -> withdrawAll(db));
    }
    say("open after a clean end", 1, () -> TestLedger.in(folder).close());
  }

  private static void plan(TestLedger db) {
    long plan = db.plans.begin("manifest", "settings");
    for (int from = 0; from < ROWS; from += CHUNK) {
      int first = from;
      db.transaction.executeWithoutResult(
          status -> {
            for (int n = first; n < Math.min(first + CHUNK, ROWS); n++) {
              db.matching.match(plan, Rows.row(n + 2, "shot-" + n), OnChange.REGENERATE);
            }
          });
    }
    db.plans.finish(plan, new Plan.Counts(ROWS, 0, 0, 0, 0), null);
  }

  private static void withdrawAll(TestLedger db) {
    long plan = db.plans.begin("another manifest", "settings");
    db.plans.finish(plan, new Plan.Counts(0, 0, 0, 0, 0), null);
  }

  private static List<Task> planned(TestLedger db, long plan, Set<Long> except) {
    return db.open.planned("runway", plan, except, 4);
  }

  private static Set<Long> oldest(TestLedger db, long plan) {
    return Set.copyOf(
        db.open.planned("runway", plan, Set.of(), 20).stream().map(Task::id).toList());
  }

  private static void submit(TestLedger db, long plan, int count) {
    for (Task task : db.open.planned("runway", plan, Set.of(), count)) {
      Task sent = db.ledger.intend(task, "runway", Rows.REQUEST).task();
      db.ledger.submitted(sent, "ticket " + task.id(), null, Evidence.NONE);
    }
  }

  private static void lives(TestLedger db, long plan, int count, int threads) throws Exception {
    List<Task> tasks = db.open.planned("runway", plan, Set.of(), count);
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var all = tasks.stream().<Future<?>>map(task -> pool.submit(() -> live(db, task))).toList();
      for (var one : all) {
        one.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static void live(TestLedger db, Task task) {
    var answer = new Evidence(200, "request");
    Task sent = db.ledger.intend(task, "runway", Rows.REQUEST).task();
    Task taken = db.ledger.submitted(sent, "ticket " + task.id(), null, answer);
    var urls = List.of("https://example.org/clip.mp4?signature=" + "x".repeat(500));
    Task done = db.ledger.succeeded(taken, urls, Price.usd("0.25"), answer);
    var file = new DeliveredFile(task.shotId() + ".mp4", 1000, "0".repeat(64), "video/mp4");
    db.ledger.delivered(done, List.of(file));
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void say(String what, int count, Work work) throws Exception {
    measure(what, count, work);
  }

  private static void calls(String what, int count, Work work) throws Exception {
    work.run();
    measure(
        what,
        count,
        () -> {
          for (int n = 0; n < count; n++) {
            work.run();
          }
        });
  }

  /** Also by this thread's processor time, for machines that are busy with other things. */
  private static void measure(String what, int count, Work work) throws Exception {
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    work.run();
    double micros = (System.nanoTime() - begun) / 1e3;
    double cpuMicros = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e3;
    System.out.printf(
        "%-32s %,8d: %,12.1f us each, %,10.1f/s, %,12.1f us of processor each%n",
        what, count, micros / count, count * 1e6 / micros, cpuMicros / count);
  }
}
