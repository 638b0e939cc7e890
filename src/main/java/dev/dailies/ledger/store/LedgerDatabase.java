package dev.dailies.ledger.store;

import dev.dailies.files.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Prepares the database that holds the ledger and the job repository, and closes it. HSQLDB takes
 * its durability settings from a connection URL only when it creates the files, so they are set by
 * SQL.
 */
public final class LedgerDatabase implements AutoCloseable {

  /** Grows with every change of schema.sql that an older Dailies could not read. */
  static final int VERSION = 2;

  /** Each commit is on disk when it returns: set at every start, whatever the files say. */
  private static final String DURABLE = "set files write delay false";

  private static final List<String> HSQLDB_SETTINGS =
      List.of(
          "set files log size 10",
          "set database transaction control mvcc",
          "set database default table type cached");

  /** The tables that money depends on. The others are a log, or are made again. */
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
      jdbc.sql(DURABLE).update();
      RowCache.statement(Runtime.getRuntime().maxMemory()).ifPresent(sql -> jdbc.sql(sql).update());
    }
    Resource own = new ClassPathResource("schema.sql", LedgerDatabase.class);
    String script = hsqldb ? "schema-hsqldb.sql" : "schema-postgresql.sql";
    Resource batch = new ClassPathResource("org/springframework/batch/core/" + script);
    String scripts = digest(own, batch);
    if (isSetUpBy(scripts)) {
      refuseNewer();
    } else {
      setUp(own, batch);
      remember(scripts);
    }
  }

  /** Only reads: every DDL statement costs a sync of the log, even if its table exists. */
  private boolean isSetUpBy(String scripts) {
    try {
      return jdbc.sql("select count(*) from ledger_script where digest = ?")
              .param(scripts)
              .query(Integer.class)
              .single()
          > 0;
    } catch (BadSqlGrammarException notThereYet) {
      return false;
    }
  }

  /** Every statement may run again, since a process may die between any two. */
  private void setUp(Resource own, Resource batch) {
    if (hsqldb) {
      HSQLDB_SETTINGS.forEach(sql -> jdbc.sql(sql).update());
    }
    jdbc.sql("create table if not exists ledger_schema (version int primary key)").update();
    refuseNewer();
    new ResourceDatabasePopulator(own).execute(dataSource);
    // Batch's own script has no "if not exists": what a killed start left out is added, the rest is
    // there.
    var populator = new ResourceDatabasePopulator(batch);
    populator.setContinueOnError(true);
    populator.execute(dataSource);
    drawFirstExecution();
    writeVersion();
  }

  /**
   * Batch keeps what belongs to a running job by its number, for all jobs of a process: two that
   * both began at 1 would take each other's steps.
   */
  private void drawFirstExecution() {
    if (jdbc.sql("select count(*) from batch_job_execution").query(Long.class).single() == 0) {
      long first = ThreadLocalRandom.current().nextLong(1, 1L << 48);
      String sequence =
          (hsqldb ? "table %s alter column id" : "sequence %s")
              .formatted("batch_job_execution_seq");
      jdbc.sql("alter %s restart with %d".formatted(sequence, first)).update();
    }
  }

  /** Written last: where it is found, the whole script has run. */
  private void remember(String scripts) {
    jdbc.sql("create table if not exists ledger_script (digest varchar(64) primary key)").update();
    jdbc.sql("insert into ledger_script (digest) values (?)").param(scripts).update();
  }

  private static String digest(Resource... scripts) {
    StringBuilder all = new StringBuilder(String.join("\n", HSQLDB_SETTINGS));
    try {
      for (Resource script : scripts) {
        all.append(script.getContentAsString(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("the schema is part of the jar", impossible);
    }
    return Sha256.of(all.toString());
  }

  private void refuseNewer() {
    int found = version();
    if (found > VERSION) {
      throw new NewerLedgerException(found, VERSION);
    }
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
   * Reads every row that money depends on by each of its indexes, and checks that its values are
   * possible. HSQLDB does not check its data file: a damaged row is not found, or looks edited, and
   * would be planned and paid for again.
   *
   * @param states the names of all states of a task
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
      shutDown("shutdown immediately");
      throw harmed;
    }
  }

  /** Closes the database, so that the next start opens the files without a replay. */
  @Override
  public void close() {
    if (hsqldb) {
      shutDown("shutdown");
    }
  }

  private void shutDown(String statement) {
    try {
      if (dataSource.isWrapperFor(FileDatabase.class)) {
        dataSource.unwrap(FileDatabase.class).shutDown(statement);
      } else {
        jdbc.sql(statement).update();
      }
    } catch (SQLException failure) {
      throw new UncategorizedSQLException("closing the ledger", statement, failure);
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
