package dev.dailies.ledger;

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

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final boolean hsqldb;

  /** Sets the database up, or refuses one that a newer Dailies has written. */
  public LedgerDatabase(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.hsqldb = product(dataSource).startsWith("HSQL");
    if (hsqldb) {
      HSQLDB_SETTINGS.forEach(sql -> jdbc.sql(sql).update());
    }
    createTables();
    checkVersion();
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

  private void checkVersion() {
    Integer found =
        jdbc.sql("select max(version) from ledger_schema")
            .query(Integer.class)
            .optional()
            .orElse(0);
    if (found > VERSION) {
      throw new NewerLedgerException(found, VERSION);
    }
    if (found < VERSION) {
      jdbc.sql("insert into ledger_schema (version) values (?)").param(VERSION).update();
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
