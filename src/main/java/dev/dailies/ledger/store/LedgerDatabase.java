package dev.dailies.ledger.store;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Prepares the database that holds the ledger and the job repository, and closes it. HSQLDB takes
 * its durability settings from a connection URL only when it creates the files, so they are set by
 * SQL at every start.
 */
public final class LedgerDatabase implements AutoCloseable {

  /** Grows with every change of schema.sql that an older Dailies could not read. */
  static final int VERSION = 1;

  private static final List<String> HSQLDB_SETTINGS =
      List.of(
          "set files write delay false",
          "set files log size 10",
          "set database transaction control mvcc",
          "set database default table type cached");

  /** What was planned and sent, and what came of it. The rest tells a story, or is made again. */
  static final List<String> PRECIOUS = List.of("plan", "task", "attempt", "output", "clip_name");

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final boolean hsqldb;

  /** Sets the database up, or refuses one that a newer Dailies has written before touching it. */
  public LedgerDatabase(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.hsqldb = product(dataSource).startsWith("HSQL");
    if (hsqldb) {
      HSQLDB_SETTINGS.forEach(sql -> jdbc.sql(sql).update());
    }
    refuseNewer();
    createTables();
    writeVersion();
  }

  private void refuseNewer() {
    jdbc.sql("create table if not exists ledger_schema (version int primary key)").update();
    int found = version();
    if (found > VERSION) {
      throw new NewerLedgerException(found, VERSION);
    }
  }

  private void createTables() {
    new ResourceDatabasePopulator(new ClassPathResource("schema.sql", LedgerDatabase.class))
        .execute(dataSource);
    // Batch's own script has no "if not exists": what a killed start left out is added, the rest is
    // there.
    String script = hsqldb ? "schema-hsqldb.sql" : "schema-postgresql.sql";
    var batch =
        new ResourceDatabasePopulator(
            new ClassPathResource("org/springframework/batch/core/" + script));
    batch.setContinueOnError(true);
    batch.execute(dataSource);
  }

  private void writeVersion() {
    if (version() < VERSION) {
      jdbc.sql("insert into ledger_schema (version) values (?)").param(VERSION).update();
    }
  }

  private int version() {
    return jdbc.sql("select coalesce(max(version), 0) from ledger_schema")
        .query(Integer.class)
        .single();
  }

  /**
   * Reads every row that money depends on, by every way that leads to it, and holds what it says
   * against what it can say. HSQLDB takes what its data file holds as it is: a row that was harmed
   * is not found, or looks edited, and would be planned again.
   *
   * @param states what a task's state may be
   * @throws UntrustedLedgerException if something cannot be read; then the database is closed, and
   *     nothing more is written into its files
   */
  public void check(List<String> states) {
    if (!hsqldb) {
      return;
    }
    try {
      PRECIOUS.forEach(table -> new TableCheck(jdbc, table).check());
      PRECIOUS.forEach(table -> new ContentCheck(jdbc, table, states).check());
    } catch (RuntimeException harmed) {
      jdbc.sql("shutdown immediately").update();
      throw harmed;
    }
  }

  /** Writes everything out, so that the next start opens the files without a replay. */
  @Override
  public void close() {
    if (hsqldb) {
      jdbc.sql("shutdown").update();
    }
  }

  private static String product(DataSource dataSource) {
    try {
      return JdbcUtils.extractDatabaseMetaData(
          dataSource, metaData -> metaData.getDatabaseProductName());
    } catch (MetaDataAccessException unreachable) {
      throw new IllegalStateException("cannot open the ledger's database", unreachable);
    }
  }
}
