package dev.dailies.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of the table {@code task}. */
final class TaskRows {

  static final String COLUMNS =
      "t.id, t.shot_id, t.take, t.revision, t.state, t.version, t.plan_number, t.manifest_line,"
          + " t.provider, t.digest, t.shot, t.cells, t.price, t.attempts, t.reason_code, t.reason";

  private TaskRows() {}

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
