package dev.dailies.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dailies.ledger.store.EmbeddedDatabase;
import dev.dailies.ledger.store.LedgerDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A ledger in a real database: HSQLDB files in the given folder, or, if the system property {@code
 * dailies.test.database} holds a JDBC URL, an emptied schema of that PostgreSQL.
 */
public final class TestLedger implements AutoCloseable {

  private static final @Nullable String OTHER_DATABASE =
      System.getProperty("dailies.test.database");

  final HikariDataSource dataSource;
  final LedgerDatabase database;
  public final JdbcClient jdbc;
  final TransactionTemplate transaction;
  final Ledger ledger;
  public final Plans plans;
  final RowMatching matching;
  public final OpenTasks open;
  final TaskQueries queries;

  private TestLedger(HikariDataSource dataSource) {
    var transactions = new JdbcTransactionManager(dataSource);
    this.dataSource = dataSource;
    this.database = new LedgerDatabase(dataSource);
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(transactions);
    this.ledger = new Ledger(jdbc, transactions, Clock.systemUTC());
    this.plans = new Plans(jdbc, transactions, Clock.systemUTC());
    this.matching = new RowMatching(jdbc, Clock.systemUTC());
    this.open = new OpenTasks(jdbc);
    this.queries = new TaskQueries(jdbc);
  }

  /** Opens a new ledger, or the HSQLDB files that are in the folder already. */
  public static TestLedger in(Path folder) {
    HikariDataSource pool = OTHER_DATABASE == null ? pool(folder) : pool(OTHER_DATABASE);
    if (OTHER_DATABASE != null) {
      JdbcClient.create(pool).sql("drop schema public cascade; create schema public").update();
    }
    return new TestLedger(pool);
  }

  /** Opens a ledger that was created before, in a new folder. */
  static TestLedger empty(Path folder) {
    if (isHsqldb()) {
      EmptyLedger.copyTo(database(folder));
    }
    return in(folder);
  }

  public static boolean isHsqldb() {
    return OTHER_DATABASE == null;
  }

  /** Where the files are. */
  static Path database(Path folder) {
    return folder.resolve("db");
  }

  /** A pool of connections to the files. */
  public static HikariDataSource pool(Path folder) {
    var config = new HikariConfig();
    config.setDataSource(new EmbeddedDatabase(folder).dataSource());
    return pool(config);
  }

  /** A pool without the properties that only a new database would take. */
  public static HikariDataSource pool(String url) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("SA");
    config.setPassword("");
    return pool(config);
  }

  private static HikariDataSource pool(HikariConfig config) {
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  static void drop(DataSource dataSource) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("shutdown immediately");
    }
  }

  /** Reads a whole manifest of these rows and admits it. Returns what stamping them came to. */
  List<RowMatch> plan(OnChange onChange, PlannedRow... rows) {
    long plan = plans.begin("manifest", "settings");
    List<RowMatch> stamped = match(plan, onChange, rows);
    plans.finish(plan, new Plan.Counts(rows.length, 0, 0, 0, 0), null);
    return stamped;
  }

  /** Stamps the rows in one transaction and leaves the plan unfinished. */
  List<RowMatch> match(long plan, OnChange onChange, PlannedRow... rows) {
    return transaction.execute(
        status -> Stream.of(rows).map(row -> matching.match(plan, row, onChange)).toList());
  }

  /** The newest revision of a shot's first take, as the ledger has it now. */
  Task task(String id) {
    return tasks(id).get(0);
  }

  /** All takes and revisions of a shot: by take, newest revision first. */
  public List<Task> tasks(String id) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from task t where t.shot_key = ? order by t.take, t.revision desc")
        .param(id.toLowerCase(Locale.ROOT))
        .query(TaskRows::read)
        .list();
  }

  /** A task's history as {@code FROM>TO attempt status}, oldest first. */
  List<String> history(Task task) {
    return jdbc.sql(
            "select from_state, to_state, attempt_number, http_status from event"
                + " where task_id = ? order by id")
        .param(task.id())
        .query(
            (row, n) ->
                row.getString(1)
                    + ">"
                    + row.getString(2)
                    + " "
                    + row.getObject(3)
                    + " "
                    + row.getObject(4))
        .list();
  }

  public long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  /** Stops the database at once, as a killed process would, without writing anything out. */
  public void kill() throws SQLException {
    drop(dataSource);
    dataSource.close();
  }

  @Override
  public void close() {
    database.close();
    dataSource.close();
  }
}
