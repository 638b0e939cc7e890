package dev.dailies.ledger.store;

import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.dailies.ledger.Stages;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TestLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only HSQLDB's files can show. */
class LedgerDatabaseTest {

  private static final String BATCH = "org/springframework/batch/core/schema-hsqldb.sql";

  private Path folder = Path.of("");

  @BeforeEach
  void onHsqldb(@TempDir Path folder) {
    assumeTrue(TestLedger.isHsqldb());
    this.folder = folder;
  }

  @Test
  void hasEveryCommitOnDiskWhenAMethodReturns() throws Exception {
    try (var db = TestLedger.in(folder.resolve("running"))) {
      Task task = new Stages(db).in(SUBMITTED);

      assertThat(tasksInACopy(db, folder)).containsExactly(task);
    }
  }

  /** Shows that the test above can fail: without the setting, the copy misses the commits. */
  @Test
  void wouldLoseCommitsWithoutTheSetting() {
    AtomicInteger tries = new AtomicInteger();

    // HSQLDB writes once soon after it is told to wait, which is after the commit on a busy
    // machine.
    await().until(() -> losesACommit(folder.resolve("try-" + tries.incrementAndGet())));
  }

  private static boolean losesACommit(Path folder) throws IOException {
    try (var db = TestLedger.in(folder.resolve("running"))) {
      // An empty log has an empty buffer; a full one is written out whatever the setting.
      db.jdbc.sql("checkpoint").update();
      db.jdbc.sql("set files write delay 3600").update();
      Task task = new Stages(db).in(SUBMITTED);

      return !tasksInACopy(db, folder).contains(task);
    }
  }

  @Test
  void keepsEveryCommitThroughAKill() throws Exception {
    var killed = TestLedger.in(folder);
    Task task = new Stages(killed).in(SUBMITTED);
    killed.kill();

    try (var db = TestLedger.in(folder)) {
      assertThat(db.tasks(task.shotId())).containsExactly(task);
      assertThat(db.open.withTicket(SUBMITTED)).hasSize(1);
    }
  }

  @Test
  void setsWhatAnOlderDatabaseLacks() {
    try (HikariDataSource old =
        TestLedger.pool(
            "jdbc:hsqldb:file:" + folder.resolve("db/ledger") + ";hsqldb.lock_file=false")) {
      JdbcClient.create(old).sql("set files write delay 10").update();
      JdbcClient.create(old).sql("shutdown").update();
    }

    for (int start = 1; start <= 2; start++) {
      try (var db = TestLedger.in(folder)) {
        assertThat(settings(db))
            .containsEntry("hsqldb.write_delay", "false")
            .containsEntry("hsqldb.tx", "mvcc")
            .containsEntry("hsqldb.log_size", "10")
            .containsEntry("hsqldb.default_table_type", "cached")
            .containsEntry("hsqldb.tx_level", "read_committed");
      }
    }
  }

  @Test
  void keepsFewRowsInASmallHeap() {
    assertThat(RowCache.statement(48_000_000)).contains("set files cache rows 3000");
    assertThat(RowCache.statement(8_000_000)).contains("set files cache rows 1000");
    assertThat(RowCache.statement(256_000_000)).isEmpty();
  }

  @Test
  void keepsTheRowsOfTasksOutOfMemory() {
    try (var db = TestLedger.in(folder)) {
      assertThat(
              db.jdbc
                  .sql(
                      "select table_name from information_schema.system_tables"
                          + " where table_schem = 'PUBLIC' and hsqldb_type <> 'CACHED'")
                  .query(String.class)
                  .list())
          .isEmpty();
    }
  }

  @Test
  void opensAgainAndAgain() {
    for (int start = 1; start <= 3; start++) {
      try (var db = TestLedger.in(folder)) {
        new Stages(db).in(SUBMITTED);
        assertThat(db.count("ledger_schema")).isEqualTo(1);
        assertThat(db.count("attempt")).isEqualTo(start);
        db.jdbc.sql("delete from task").update();
      }
    }
  }

  @Test
  void keepsItsHandsOffTheLedgerOfANewerDailies() {
    try (HikariDataSource newer = TestLedger.pool(folder)) {
      JdbcClient jdbc = JdbcClient.create(newer);
      jdbc.sql("create table ledger_schema (version int primary key)").update();
      jdbc.sql("insert into ledger_schema (version) values (1), (7)").update();

      assertThatThrownBy(() -> new LedgerDatabase(newer))
          .isInstanceOf(NewerLedgerException.class)
          .hasMessageContaining("schema 7, this one knows " + LedgerDatabase.VERSION);

      assertThat(tables(jdbc)).containsExactly("LEDGER_SCHEMA");
      jdbc.sql("shutdown").update();
    }
  }

  @Test
  void finishesACreationThatWasCutOffAnywhere() throws Exception {
    List<String> statements = new ArrayList<>(statements("dev/dailies/ledger/store/schema.sql"));
    statements.addAll(statements(BATCH));
    assertThat(statements).hasSizeGreaterThan(15);

    for (int done = 0; done <= statements.size(); done++) {
      Path cutOff = folder.resolve("after-" + done);
      createPartly(cutOff, statements.subList(0, done));
      try (var db = TestLedger.in(cutOff)) {
        assertThat(tables(db.jdbc)).hasSize(19);
        new Stages(db).in(SUBMITTED);
        db.jdbc.sql("insert into batch_job_instance_seq values (default)").update();
      }
    }
  }

  /** A ledger of an older Dailies has its version, and not yet what came to its tables later. */
  @Test
  void addsWhatAnOlderLedgerLacks() {
    try (var db = TestLedger.in(folder)) {
      db.jdbc.sql("update ledger_script set digest = 'of another schema.sql'").update();
      db.jdbc.sql("alter table event drop column reason_code").update();
    }

    try (var db = TestLedger.in(folder)) {
      new Stages(db).in(SUBMITTED);
      assertThat(db.count("ledger_script")).isEqualTo(2);
    }
    try (var db = TestLedger.in(folder)) {
      assertThat(db.count("ledger_script")).isEqualTo(2);
    }
  }

  /** Else a table that is gone would be made again, empty, and all of it paid for again. */
  @Test
  void makesNoTableAgainOnceAllWereThere() {
    try (var db = TestLedger.in(folder)) {
      db.jdbc.sql("drop table task").update();
    }

    try (var db = TestLedger.in(folder)) {
      assertThat(tables(db.jdbc)).doesNotContain("TASK");
    }
  }

  /** A pool that fills up at that moment would leave the files open, and change what is sealed. */
  @Test
  void isNotOpenedAgainByItsPoolOnceItIsClosed() {
    try (HikariDataSource pool = TestLedger.pool(folder)) {
      new LedgerDatabase(pool).close();

      assertThatThrownBy(pool.getDataSource()::getConnection).hasMessage("the ledger is closed");
      assertThat(folder.resolve("db/ledger.log")).doesNotExist();
    }
  }

  @Test
  void startsIdsWithOne() {
    try (var db = TestLedger.in(folder)) {
      assertThat(new Stages(db).planned().id()).isEqualTo(1);
      assertThat(db.plans.newest().orElseThrow().number()).isEqualTo(1);
    }
  }

  private static void createPartly(Path folder, List<String> statements) throws Exception {
    try (HikariDataSource pool = TestLedger.pool(folder);
        Connection connection = pool.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      statement.execute("shutdown immediately");
    }
  }

  private static List<String> statements(String script) throws IOException {
    String text = new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8);
    return Stream.of(text.replaceAll("(?m)^--.*$", "").split(";"))
        .filter(statement -> !statement.isBlank())
        .toList();
  }

  /** Opens a copy of the files as they are now, as the next start after a kill would find them. */
  private static List<Task> tasksInACopy(TestLedger running, Path folder) throws IOException {
    Path copy = folder.resolve("copy");
    copyFiles(folder.resolve("running/db"), copy.resolve("db"));
    try (var db = TestLedger.in(copy)) {
      assertThat(running.count("task")).isEqualTo(1);
      return db.open.in(SUBMITTED);
    }
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static Map<String, String> settings(TestLedger db) {
    var settings = new HashMap<String, String>();
    db.jdbc
        .sql(
            "select property_name, lower(property_value) from information_schema.system_properties")
        .query(
            row -> {
              settings.put(row.getString(1), row.getString(2));
            });
    return settings;
  }

  private static List<String> tables(JdbcClient jdbc) {
    return jdbc.sql(
            "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                + " order by table_name")
        .query(String.class)
        .list();
  }
}
