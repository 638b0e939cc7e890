package dev.dailies.ledger;

import dev.dailies.ledger.History.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the histories of single tasks. */
public class Histories {

  private final JdbcClient jdbc;

  public Histories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The history of a task up to now. */
  public History of(TaskView view) {
    long task = view.task().id();
    return new History(view, attempts(task), events(task));
  }

  private List<SentAttempt> attempts(long task) {
    return jdbc.sql(
            "select "
                + AttemptRows.ALL_COLUMNS
                + " from attempt a where a.task_id = ? order by a.attempt_number")
        .param(task)
        .query(AttemptRows::sent)
        .list();
  }

  /** What happened to a task, oldest first. */
  List<Event> events(long task) {
    return jdbc.sql("select * from event where task_id = ? order by id")
        .param(task)
        .query(Histories::event)
        .list();
  }

  private static Event event(ResultSet row, int number) throws SQLException {
    return new Event(
        AttemptRows.instant(row, "happened_at").orElseThrow(),
        row.getObject("attempt_number", Integer.class),
        TaskState.valueOf(row.getString("from_state")),
        TaskState.valueOf(row.getString("to_state")),
        row.getObject("http_status", Integer.class),
        row.getString("request_id"),
        row.getString("reason_code"),
        row.getString("reason"));
  }
}
