package dev.dailies.ledger;

import dev.dailies.ledger.Comparison.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads and writes the table {@code task} for a plan, in the caller's transaction. */
final class RevisionRows {

  /** The id of a row without one. */
  private static final Pattern MADE = Pattern.compile("shot-[0-9a-f]{12}");

  /** A number as people write ids, and as no spreadsheet leaves it. */
  private static final Pattern WITH_ZEROS = Pattern.compile("0+[0-9]+");

  private final JdbcClient jdbc;

  RevisionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All revisions of a take, newest first. */
  List<Revision> of(String key, int take) {
    return jdbc.sql(
            "select id, revision, state, version, plan_number, manifest_line, digest, request,"
                + " attempts, replaces, ordered from task"
                + " where shot_key = ? and take = ? order by revision desc")
        .params(key, take)
        .query(RevisionRows::read)
        .list();
  }

  /** Shots with ids as rows without one are given them, by what was sent for them. */
  Map<String, String> namelessByRequest(int most) {
    return sent("shot-%", MADE, most, (id, request) -> request);
  }

  /**
   * Shots whose ids are numbers with zeros before them, by the number without those and what was
   * sent for their first takes.
   */
  Map<String, String> zerosByRequest(int most) {
    return sent("0%", WITH_ZEROS, most, RowMatching::withoutZeros);
  }

  private Map<String, String> sent(
      String like, Pattern form, int most, BinaryOperator<String> key) {
    Map<String, String> ids = new HashMap<>();
    jdbc.sql(
            "select request, shot_id from task where shot_key like ? and take = 1"
                + " and attempts > 0 and request is not null order by id desc limit ?")
        .params(like, most)
        .query(
            row -> {
              String id = row.getString("shot_id");
              if (form.matcher(id).matches()) {
                ids.putIfAbsent(key.apply(id, row.getString("request")), id);
              }
            });
    return ids;
  }

  /** What a revision keeps of its row. */
  Kept kept(Revision revision) {
    return jdbc.sql("select provider, digest, cells, shot from task where id = ?")
        .param(revision.id())
        .query(
            (row, number) ->
                new Kept(
                    row.getString("provider"),
                    row.getString("digest"),
                    Json.cells(row.getString("cells")),
                    Json.shot(row.getString("shot"))))
        .single();
  }

  void insert(Task task, String key, @Nullable String request, OffsetDateTime now) {
    bind(
            jdbc.sql(
                "insert into task (shot_id, state, plan_number, manifest_line, provider, digest,"
                    + " shot, cells, replaces, price, reason_code, reason, changed_at, request,"
                    + " shot_key, take, revision, version, attempts)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)"),
            task,
            now)
        .param(request)
        .param(key)
        .param(task.take())
        .param(task.revision())
        .update();
  }

  /**
   * Brings a task that was never sent, or failed for good, in line with today's manifest and
   * settings.
   */
  void replace(Revision before, Task after, @Nullable String request, OffsetDateTime now) {
    boolean moves = before.state() != after.state();
    if (moves && !before.state().mayBecome(after.state())) {
      throw new IllegalTransitionException(after.name(), before.state(), after.state());
    }
    int changed =
        bind(
                jdbc.sql(
                    "update task set shot_id = ?, state = ?, plan_number = ?, manifest_line = ?,"
                        + " provider = ?, digest = ?, shot = ?, cells = ?, replaces = ?, price = ?,"
                        + " reason_code = ?, reason = ?, changed_at = ?, request = ?,"
                        + " version = version + 1"
                        + " where id = ? and version = ?"),
                after,
                now)
            .param(request)
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
    String key = before.key();
    int newest = of(key, before.take()).get(0).number();
    insert(before.again(newest + 1, cause), key, request(before), now);
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

  /** Has no plan see a task any more: a newer revision stands in its place. */
  void leaveOut(Revision revision) {
    jdbc.sql("update task set plan_number = plan_number - 1 where id = ? and plan_number > 0")
        .param(revision.id())
        .update();
  }

  /** Keeps what an unchanged row says today in columns that are no part of what it asks for. */
  void keepCells(Revision revision, Map<String, String> cells) {
    jdbc.sql("update task set cells = ? where id = ?")
        .params(Json.write(cells), revision.id())
        .update();
  }

  /**
   * Renews the cells of an unchanged row: the signatures of its URLs may have expired, and it may
   * be written otherwise.
   */
  void refresh(Revision revision, Task task, @Nullable String request) {
    jdbc.sql(
            "update task set plan_number = ?, manifest_line = ?, digest = ?, shot = ?, cells = ?,"
                + " replaces = ?, request = ?, edit_waits = false where id = ?")
        .param(task.plan())
        .param(task.line())
        .param(task.digest())
        .param(Json.write(Objects.requireNonNull(task.shot())))
        .param(Json.write(task.cells()))
        .param(task.cells().get(Retakes.COLUMN))
        .param(request)
        .param(revision.id())
        .update();
  }

  /** True if no plan has changed the task since then, or put another revision in its place. */
  boolean isAsOf(Task task, OffsetDateTime then) {
    return jdbc.sql(
                "select count(*) from task t where t.id = ? and t.changed_at = ? and not exists"
                    + " (select 1 from task n where n.shot_key = t.shot_key and n.take = t.take"
                    + " and n.revision > t.revision)")
            .params(task.id(), then)
            .query(Long.class)
            .single()
        == 1;
  }

  private @Nullable String request(Task task) {
    return jdbc.sql("select request from task where id = ?")
        .param(task.id())
        .query((row, number) -> Optional.ofNullable(row.getString("request")))
        .single()
        .orElse(null);
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
        .param(task.cells().get(Retakes.COLUMN))
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
        row.getString("digest"),
        row.getString("request"),
        row.getInt("attempts"),
        row.getString("replaces") != null,
        row.getBoolean("ordered"));
  }

  /**
   * What matching a row needs to know of one revision of a take.
   *
   * @param number counts from 1
   * @param plan the newest plan that saw it
   * @param line where that plan saw it
   * @param request the digest of what was sent, or would have been when it was planned last; null
   *     if that is unknown
   * @param attempts how many there were
   * @param retake true if it was asked for in place of another take
   * @param ordered true for a retake that a run was to send
   */
  record Revision(
      long id,
      int number,
      TaskState state,
      int version,
      long plan,
      long line,
      String digest,
      @Nullable String request,
      int attempts,
      boolean retake,
      boolean ordered) {

    /** True for a retake that was sent, or is to be: a plan alone asks for nothing. */
    boolean isWanted() {
      return retake && (ordered || attempts > 0);
    }
  }
}
