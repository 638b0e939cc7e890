package dev.dailies.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows of the table {@code task}. */
final class TaskRows {

  static final String COLUMNS =
      "t.id, t.shot_id, t.take, t.revision, t.state, t.version, t.plan_number, t.manifest_line,"
          + " t.provider, t.digest, t.shot, t.cells, t.price, t.attempts, t.reason_code, t.reason";

  private TaskRows() {}

  /** The one task of a shot's take and revision; empty if there is none. */
  static Optional<Task> find(JdbcClient jdbc, String shotKey, int take, int revision) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from task t where t.shot_key = ? and t.take = ? and t.revision = ?")
        .params(shotKey, take, revision)
        .query(TaskRows::read)
        .optional();
  }

  static Task read(ResultSet row, int number) throws SQLException {
    return new Task(
        row.getLong("id"),
        row.getString("shot_id"),
        row.getInt("take"),
        row.getInt("revision"),
        TaskState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getLong("plan_number"),
        row.getLong("manifest_line"),
        row.getString("provider"),
        row.getString("digest"),
        Json.shot(row.getString("shot")),
        Json.cells(row.getString("cells")),
        Amounts.read(row.getBigDecimal("price")),
        row.getInt("attempts"),
        row.getString("reason_code"),
        row.getString("reason"));
  }
}
