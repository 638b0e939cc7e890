package dev.dailies.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dailies.ledger.store.LedgerSnapshot;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Price;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of one moment, in another database. */
class LedgerSnapshotTest {

  private static final List<String> TABLES =
      List.of("plan", "problem", "task", "attempt", "output", "clip_name", "event", "pick");

  @TempDir private Path first;
  @TempDir private Path second;

  @BeforeEach
  void needsHsqldb() {
    assumeTrue(TestLedger.isHsqldb());
  }

  private static String snapshot(TestLedger db) throws IOException {
    StringWriter written = new StringWriter();
    new LedgerSnapshot(db.dataSource).write(written);
    return written.toString();
  }

  private static List<Map<String, Object>> rows(TestLedger db, String table) {
    return db.jdbc.sql("select * from " + table + " order by 1, 2").query().listOfRows();
  }

  @Test
  void hasEveryRow() throws IOException {
    try (TestLedger db = TestLedger.empty(first);
        TestLedger copy = TestLedger.empty(second)) {
      db.plan(OnChange.REGENERATE, Rows.row(2, "one"), Rows.row(3, "two"));
      live(db, db.task("one"));
      db.ledger.intend(db.task("two"), "runway", Rows.REQUEST);

      new LedgerSnapshot(copy.dataSource).read(new StringReader(snapshot(db)));

      for (String table : TABLES) {
        assertThat(rows(copy, table)).as(table).isEqualTo(rows(db, table));
      }
      assertThat(rows(copy, "event")).hasSizeGreaterThan(4);
      assertThat(copy.history(copy.task("one"))).isEqualTo(db.history(db.task("one")));
    }
  }

  @Test
  void canBePlannedOn() throws IOException {
    try (TestLedger db = TestLedger.empty(first);
        TestLedger copy = TestLedger.empty(second)) {
      db.plan(OnChange.REGENERATE, Rows.row(2, "one"), Rows.row(3, "two"));
      new LedgerSnapshot(copy.dataSource).read(new StringReader(snapshot(db)));

      copy.plan(OnChange.REGENERATE, Rows.row(2, "one"), Rows.row(3, "three"));

      assertThat(copy.task("three").id()).isGreaterThan(db.task("two").id());
      assertThat(copy.plans.newest().orElseThrow().number())
          .isGreaterThan(db.plans.newest().orElseThrow().number());
    }
  }

  @Test
  void seesOneMomentAndKeepsNobodyFromWriting() throws IOException {
    try (TestLedger db = TestLedger.empty(first);
        TestLedger copy = TestLedger.empty(second)) {
      db.plan(OnChange.REGENERATE, Rows.row(2, "one"));
      StringWriter text = new StringWriter();
      List<String> during = new ArrayList<>();
      new LedgerSnapshot(db.dataSource)
          .write(
              new java.io.FilterWriter(text) {
                @Override
                public void write(String line) throws IOException {
                  super.write(line);
                  if (during.isEmpty()) {
                    during.add(db.task("one").name());
                    live(db, db.task("one"));
                  }
                }
              });

      new LedgerSnapshot(copy.dataSource).read(new StringReader(text.toString()));

      assertThat(db.task("one").state()).isEqualTo(TaskState.DELIVERED);
      assertThat(copy.task("one").state()).isEqualTo(TaskState.PLANNED);
      assertThat(copy.count("attempt")).isZero();
    }
  }

  @Test
  @Tag("bench")
  void printsItsTime() throws Exception {
    try (TestLedger db = TestLedger.empty(first)) {
      List<PlannedRow> rows = new ArrayList<>();
      for (int n = 0; n < 5_000; n++) {
        rows.add(Rows.row(n + 2, "shot-" + n));
      }
      db.plan(OnChange.REGENERATE, rows.toArray(PlannedRow[]::new));
      for (int n = 0; n < 5_000; n++) {
        live(db, db.task("shot-" + n));
      }
      for (int n = 0; n < 5; n++) {
        long begun = System.nanoTime();
        String text = snapshot(db);
        System.out.printf(
            "written in %d ms, %d kB%n",
            (System.nanoTime() - begun) / 1_000_000, text.length() / 1000);
      }
      String text = snapshot(db);
      long begun = System.nanoTime();
      try (TestLedger copy = TestLedger.in(second)) {
        System.out.printf("created in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        new LedgerSnapshot(copy.dataSource).read(new StringReader(text));
        System.out.printf("read in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
      }
    }
  }

  private static void live(TestLedger db, Task task) {
    Evidence answer = new Evidence(200, "request");
    Task sent = db.ledger.intend(task, "runway", Rows.REQUEST).task();
    Task taken = db.ledger.submitted(sent, "ticket " + task.id(), null, answer);
    List<String> urls = List.of("https://example.org/clip.mp4?signature=" + "x".repeat(500));
    Task done = db.ledger.succeeded(taken, urls, Price.usd("0.25"), answer);
    DeliveredFile file =
        new DeliveredFile(task.shotId() + ".mp4", 1000, "0".repeat(64), "video/mp4");
    db.ledger.delivered(done, List.of(file));
  }
}
