package dev.dailies.ledger.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a snapshot, and how it is read piece by piece.
 *
 * @param pages a column of numbers without large gaps; null for a small table that is read at once
 * @param key the column that the database or a counter numbers; null if no new rows matter
 * @param counter where the next number is set
 */
record SnapshotTable(
    String name, @Nullable String pages, @Nullable String key, @Nullable String counter) {

  /** All that a reader of the ledger asks; not the steps of runs, which nobody does. */
  static final List<SnapshotTable> ALL =
      List.of(
          counted("plan", "plan_number"),
          counted("problem", "id"),
          counted("task", "id"),
          plain("attempt", "task_id"),
          plain("output", "task_id"),
          plain("clip_name", "task_id"),
          counted("event", "id"),
          plain("pick", null),
          batch("batch_job_instance", "job_instance_id"),
          batch("batch_job_execution", "job_execution_id"),
          plain("batch_job_execution_params", null),
          plain("batch_job_execution_context", null));

  private static SnapshotTable counted(String name, String key) {
    return new SnapshotTable(name, key, key, name + " alter column " + key);
  }

  private static SnapshotTable plain(String name, @Nullable String pages) {
    return new SnapshotTable(name, pages, null, null);
  }

  /** Batch may begin with any number. */
  private static SnapshotTable batch(String name, String key) {
    return new SnapshotTable(name, null, key, name + "_seq alter column id");
  }

  /** The largest number that pieces are read by; 0 if there is none. */
  long last(Connection connection) throws SQLException {
    return pages == null ? 0 : largest(pages, connection);
  }

  private long largest(String column, Connection connection) throws SQLException {
    String query = "select coalesce(max(%s), 0) from %s".formatted(column, name);
    try (Statement statement = connection.createStatement();
        ResultSet largest = statement.executeQuery(query)) {
      largest.next();
      return largest.getLong(1);
    }
  }

  /** Asks for the rows from the one number on, and before the other. */
  String piece() {
    return "select * from %s where %s"
        .formatted(
            name,
            pages == null
                ? "cast(? as bigint) < cast(? as bigint)"
                : "%s >= ? and %s < ? order by %s".formatted(pages, pages, pages));
  }

  /** Has new rows numbered behind those that are there. */
  void countOn(Connection connection) throws SQLException {
    if (key != null) {
      try (Statement statement = connection.createStatement()) {
        long next = largest(key, connection) + 1;
        statement.execute("alter table %s restart with %d".formatted(counter, next));
      }
    }
  }
}
