package dev.dailies.ledger.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import org.hsqldb.DatabaseURL;
import org.hsqldb.jdbc.JDBCConnection;
import org.hsqldb.persist.HsqlProperties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * An HSQLDB by the path of its files. A URL would not do: what stands behind a ';' in it are
 * settings, and folders may be called so.
 */
final class FileDatabase extends AbstractDataSource {

  private static final String SETTINGS =
      "jdbc:hsqldb:file:by-path;hsqldb.lock_file=false;hsqldb.tx=mvcc;hsqldb.full_log_replay=true";

  private final Path files;
  private boolean closed;

  /**
   * @param files the path without the endings that HSQLDB adds
   */
  FileDatabase(Path files) {
    this.files = files;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection("SA", "");
  }

  /**
   * @throws SQLException once the database is shut down: a pool that makes one more connection at
   *     that moment would open the files again, which are sealed by then
   */
  @Override
  public synchronized Connection getConnection(String user, String password) throws SQLException {
    if (closed) {
      throw new SQLNonTransientConnectionException("the ledger is closed");
    }
    HsqlProperties properties = DatabaseURL.parseURL(SETTINGS, true, false);
    properties.setProperty(DatabaseURL.url_database, files.toString());
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return new JDBCConnection(properties);
  }

  /**
   * Ends all connections, and closes the files for good.
   *
   * @param statement what HSQLDB is told
   */
  synchronized void shutDown(String statement) throws SQLException {
    try (Connection connection = getConnection();
        Statement last = connection.createStatement()) {
      last.execute(statement);
    } finally {
      closed = true;
    }
  }
}
