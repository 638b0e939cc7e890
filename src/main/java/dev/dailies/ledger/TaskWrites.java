package dev.dailies.ledger;

import dev.dailies.provider.Evidence;
import dev.dailies.text.PlainText;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a task's new state and its event, in the caller's transaction. */
final class TaskWrites {

  private final JdbcClient jdbc;

  TaskWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void update(Task before, Task after, OffsetDateTime now) {
    int changed =
        jdbc.sql(
                "update task set state = ?, version = ?, attempts = ?, reason_code = ?, reason = ?,"
                    + " changed_at = ? where id = ? and version = ?")
            .param(after.state().name())
            .param(after.version())
            .param(after.attempts())
            .param(after.reasonCode())
            .param(after.reason())
            .param(now)
            .param(before.id())
            .param(before.version())
            .update();
    checkFresh(changed, before);
  }

  /** Locks the task until the transaction ends, without changing it. */
  void hold(Task task) {
    int found =
        jdbc.sql("update task set version = version where id = ? and version = ?")
            .params(task.id(), task.version())
            .update();
    checkFresh(found, task);
  }

  void insertEvent(Task before, Task after, Evidence evidence, OffsetDateTime now) {
    jdbc.sql(
            "insert into event (task_id, attempt_number, happened_at, from_state, to_state,"
                + " http_status, request_id, reason_code, reason) values (?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?)")
        .param(before.id())
        .param(Math.max(before.attempts(), after.attempts()))
        .param(now)
        .param(before.state().name())
        .param(after.state().name())
        .param(evidence.httpStatus())
        .param(PlainText.of(evidence.requestId(), 200))
        .param(after.reasonCode())
        .param(after.reason())
        .update();
  }

  private static void checkFresh(int changed, Task task) {
    if (changed != 1) {
      throw new StaleTaskException(task);
    }
  }
}
