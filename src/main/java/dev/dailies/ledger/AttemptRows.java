package dev.dailies.ledger;

import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows of the tables {@code attempt} and {@code output}. */
final class AttemptRows {

  static final String COLUMNS =
      "a.id as attempt_id, a.base_url, a.route, a.model, a.body, a.price_asked, a.used, a.recipe,"
          + " a.ticket, a.accepted_at";

  /** The columns that {@link #sent} reads. */
  static final String ALL_COLUMNS =
      COLUMNS
          + ", a.attempt_number, a.provider as sent_to, a.price_charged, a.intended_at, a.ended_at,"
          + " a.retryable";

  private AttemptRows() {}

  static SentAttempt sent(ResultSet row, int number) throws SQLException {
    return new SentAttempt(
        new AttemptId(row.getString("attempt_id")),
        row.getInt("attempt_number"),
        row.getString("sent_to"),
        request(row),
        row.getString("ticket"),
        Amounts.read(row.getBigDecimal("price_charged")),
        instant(row, "intended_at").orElseThrow(),
        instant(row, "accepted_at").orElse(null),
        instant(row, "ended_at").orElse(null),
        row.getObject("retryable", Boolean.class));
  }

  /** Reads the attempt of an outer join; null if there is none. */
  static @Nullable SentAttempt sentIfAny(ResultSet row) throws SQLException {
    return row.getString("attempt_id") == null ? null : sent(row, 0);
  }

  static InFlight inFlight(ResultSet row, int number) throws SQLException {
    AttemptId id = new AttemptId(row.getString("attempt_id"));
    return new InFlight(
        TaskRows.read(row, number),
        new Attempt(id, request(row), row.getString("ticket")),
        instant(row, "accepted_at").orElseThrow());
  }

  static Doubt doubt(ResultSet row, int number) throws SQLException {
    AttemptId id = new AttemptId(row.getString("attempt_id"));
    return new Doubt(TaskRows.read(row, number), id, request(row));
  }

  static Request request(ResultSet row) throws SQLException {
    return new Request(
        row.getString("base_url"),
        row.getString("route"),
        row.getString("model"),
        row.getString("body"),
        Amounts.read(row.getBigDecimal("price_asked")),
        Json.used(row.getString("used")),
        row.getString("recipe"));
  }

  /** The name of the task that has the ticket, in any of its attempts. */
  static Optional<String> holderOf(JdbcClient jdbc, String ticket) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from task t join attempt a on a.task_id = t.id where a.ticket = ? order by t.id"
                + " limit 1")
        .param(ticket)
        .query(TaskRows::read)
        .optional()
        .map(Task::name);
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static List<Output> outputs(JdbcClient jdbc, Task task) {
    return jdbc.sql(
            "select output_number, url, file_name, bytes, sha256, media_type, warning from output"
                + " where task_id = ? order by output_number")
        .param(task.id())
        .query(AttemptRows::output)
        .list();
  }

  /** The outputs of all tasks with an id above {@code after} and up to {@code last}, by task. */
  static Map<Long, List<Output>> outputs(JdbcClient jdbc, long after, long last) {
    Map<Long, List<Output>> outputs = new HashMap<>();
    jdbc.sql(
            "select task_id, output_number, url, file_name, bytes, sha256, media_type, warning"
                + " from output"
                + " where task_id > ? and task_id <= ? order by task_id, output_number")
        .params(after, last)
        .query(
            row -> {
              outputs
                  .computeIfAbsent(row.getLong("task_id"), task -> new ArrayList<>())
                  .add(output(row, 0));
            });
    return outputs;
  }

  private static Output output(ResultSet row, int number) throws SQLException {
    return new Output(
        row.getInt("output_number"), row.getString("url"), file(row), row.getString("warning"));
  }

  private static @Nullable DeliveredFile file(ResultSet row) throws SQLException {
    String name = row.getString("file_name");
    return name == null
        ? null
        : new DeliveredFile(
            name, row.getLong("bytes"), row.getString("sha256"), row.getString("media_type"));
  }
}
