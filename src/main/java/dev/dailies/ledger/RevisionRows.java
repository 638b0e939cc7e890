package dev.dailies.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads and writes the table {@code task} for a plan, in the caller's transaction. */
final class RevisionRows {

  private final JdbcClient jdbc;

  RevisionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All revisions of a take, newest first. */
  List<Revision> of(String key, int take) {
    return jdbc.sql(
            "select id, revision, state, version, plan_number, manifest_line, digest from task"
                + " where shot_key = ? and take = ? order by revision desc")
        .params(key, take)
        .query(RevisionRows::read)
        .list();
  }

  void insert(Task task, String key, OffsetDateTime now) {
    bind(
            jdbc.sql(
                "insert into task (shot_id, state, plan_number, manifest_line, provider, digest,"
                    + " shot, cells, price, reason_code, reason, changed_at, shot_key, take,"
                    + " revision, version, attempts)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)"),
            task,
            now)
        .param(key)
        .param(task.take())
        .param(task.revision())
        .update();
  }

  /**
   * Brings a task that was never sent, or failed for good, in line with today's manifest and
   * settings.
   */
  void replace(Revision before, Task after, OffsetDateTime now) {
    boolean moves = before.state() != after.state();
    if (moves && !before.state().mayBecome(after.state())) {
      throw new IllegalTransitionException(after.name(), before.state(), after.state());
    }
    int changed =
        bind(
                jdbc.sql(
                    "update task set shot_id = ?, state = ?, plan_number = ?, manifest_line = ?,"
                        + " provider = ?, digest = ?, shot = ?, cells = ?, price = ?,"
                        + " reason_code = ?, reason = ?, changed_at = ?, version = version + 1"
                        + " where id = ? and version = ?"),
                after,
                now)
            .param(before.id())
            .param(before.version())
            .update();
    checkFresh(changed, before, after);
    if (moves) {
      insertEvent(before, after, now);
    }
  }

  /**
   * Asks for a task again, by a new revision in its place. The plan that saw the task sees the new
   * one instead: of a take it has one task, and so it is not asked for twice.
   */
  void succeed(Task before, Cause cause, OffsetDateTime now) {
    int changed =
        jdbc.sql("update task set plan_number = ? where id = ? and plan_number = ?")
            .params(before.plan() - 1, before.id(), before.plan())
            .update();
    if (changed != 1) {
      throw new StaleTaskException(before);
    }
    String key = before.shotId().toLowerCase(Locale.ROOT);
    int newest = of(key, before.take()).get(0).number();
    insert(before.again(newest + 1, cause), key, now);
  }

  /**
   * Stamps a task.
   *
   * @param editWaits true if the row now asks for something else, which has to wait
   */
  void touch(Revision revision, long plan, long line, boolean editWaits) {
    jdbc.sql("update task set plan_number = ?, manifest_line = ?, edit_waits = ? where id = ?")
        .params(plan, line, editWaits, revision.id())
        .update();
  }

  /** Renews the cells of an unchanged row: the signatures of its URLs may have expired. */
  void refresh(Revision revision, Task task) {
    jdbc.sql(
            "update task set plan_number = ?, manifest_line = ?, shot = ?, cells = ?,"
                + " edit_waits = false where id = ?")
        .params(
            task.plan(),
            task.line(),
            Json.write(Objects.requireNonNull(task.shot())),
            Json.write(task.cells()),
            revision.id())
        .update();
  }

  private void insertEvent(Revision before, Task after, OffsetDateTime now) {
    jdbc.sql(
            "insert into event (task_id, happened_at, from_state, to_state, reason)"
                + " values (?, ?, ?, ?, 'the manifest was read again')")
        .params(before.id(), now, before.state().name(), after.state().name())
        .update();
  }

  private static StatementSpec bind(StatementSpec statement, Task task, OffsetDateTime now) {
    return statement
        .param(task.shotId())
        .param(task.state().name())
        .param(task.plan())
        .param(task.line())
        .param(task.provider())
        .param(task.digest())
        .param(task.shot() == null ? null : Json.write(task.shot()))
        .param(Json.write(task.cells()))
        .param(Amounts.of(task.price()))
        .param(task.reasonCode())
        .param(task.reason())
        .param(now);
  }

  private static void checkFresh(int changed, Revision before, Task after) {
    if (changed != 1) {
      throw new StaleTaskException(after.name(), before.state(), before.version());
    }
  }

  private static Revision read(ResultSet row, int number) throws SQLException {
    return new Revision(
        row.getLong("id"),
        row.getInt("revision"),
        TaskState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getLong("plan_number"),
        row.getLong("manifest_line"),
        row.getString("digest"));
  }

  /**
   * What matching a row needs to know of one revision of a take.
   *
   * @param number counts from 1
   * @param plan the newest plan that saw it
   * @param line where that plan saw it
   */
  record Revision(
      long id, int number, TaskState state, int version, long plan, long line, String digest) {}
}
