package dev.dailies.ledger;

import dev.dailies.ledger.Stamp.Kind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Matches the rows of a manifest with the ledger's tasks and stamps them with the plan's number. A
 * take's revisions are separate tasks; the one whose columns are those of the row is the row's
 * task, so undoing an edit leads back to the old clip. Works in the caller's transaction.
 */
public class Stamps {

  private final JdbcClient jdbc;
  private final Clock clock;

  public Stamps(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Finds or creates the task that the row asks for. */
  public Stamp stamp(long plan, PlannedRow row, OnChange onChange) {
    List<Task> revisions = revisions(row.key(), row.shot().take());
    if (revisions.isEmpty()) {
      insert(planned(plan, row, 1), row.key());
      return Stamp.of(Kind.PLANNED);
    }
    Optional<Task> seen = revisions.stream().filter(task -> task.plan() == plan).findFirst();
    if (seen.isPresent()) {
      return new Stamp(Kind.DUPLICATE, seen.get().line());
    }
    return revisions.stream()
        .filter(task -> task.digest().equals(row.digest()))
        .findFirst()
        .map(same -> stampUnchanged(plan, row, same))
        .orElseGet(() -> stampChanged(plan, row, revisions.get(0), onChange));
  }

  /** Writes down a row that cannot be planned, under its line. */
  public void reject(long plan, RejectedRow row) {
    Task rejected = rejected(plan, row);
    List<Task> earlier = revisions(row.shotId(), 1);
    if (earlier.isEmpty()) {
      insert(rejected, row.shotId());
    } else {
      replace(earlier.get(0), rejected);
    }
  }

  private Stamp stampUnchanged(long plan, PlannedRow row, Task task) {
    if (task.state() == TaskState.PLANNED || task.state() == TaskState.WITHDRAWN) {
      replace(task, planned(plan, row, task.revision()));
    } else {
      touch(plan, row.line(), task);
    }
    return Stamp.of(Kind.UNCHANGED);
  }

  private Stamp stampChanged(long plan, PlannedRow row, Task latest, OnChange onChange) {
    if (latest.state().holdsEdits()) {
      touch(plan, row.line(), latest);
      return Stamp.of(Kind.EDIT_WAITS);
    }
    if (!latest.state().holdsClip()) {
      replace(latest, planned(plan, row, latest.revision()));
      return Stamp.of(Kind.PLANNED);
    }
    switch (onChange) {
      case REGENERATE -> {
        insert(planned(plan, row, latest.revision() + 1), row.key());
        return Stamp.of(Kind.REGENERATED);
      }
      case KEEP -> {
        touch(plan, row.line(), latest);
        return Stamp.of(Kind.KEPT);
      }
      default -> {
        touch(plan, row.line(), latest);
        return Stamp.of(Kind.FORBIDDEN);
      }
    }
  }

  private List<Task> revisions(String key, int take) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from task t where t.shot_key = ? and t.take = ? order by t.revision desc")
        .params(key, take)
        .query(TaskRows::read)
        .list();
  }

  private void touch(long plan, long line, Task task) {
    jdbc.sql("update task set plan_number = ?, manifest_line = ? where id = ?")
        .params(plan, line, task.id())
        .update();
  }

  private static Task planned(long plan, PlannedRow row, int revision) {
    return new Task(
        0,
        row.shot().id(),
        row.shot().take(),
        revision,
        TaskState.PLANNED,
        0,
        plan,
        row.line(),
        row.provider(),
        row.digest(),
        row.shot(),
        row.cells(),
        row.price(),
        0,
        null,
        null);
  }

  private static Task rejected(long plan, RejectedRow row) {
    return new Task(
        0,
        row.shotId(),
        1,
        1,
        TaskState.REJECTED,
        0,
        plan,
        row.line(),
        null,
        row.digest(),
        null,
        row.cells(),
        null,
        0,
        "MANIFEST",
        PlainText.of(row.reason(), 2000));
  }

  private void insert(Task task, String key) {
    bind(
            jdbc.sql(
                "insert into task (shot_id, shot_key, take, revision, state, version, plan_number,"
                    + " manifest_line, provider, digest, shot, cells, price, attempts, reason_code,"
                    + " reason, changed_at) values (:shotId, :key, :take, :revision, :state, 0,"
                    + " :plan, :line, :provider, :digest, :shot, :cells, :price, 0, :code, :reason,"
                    + " :now)"),
            task)
        .param("key", key)
        .param("take", task.take())
        .param("revision", task.revision())
        .update();
  }

  /** What was never sent, or came to nothing, follows today's manifest and settings. */
  private void replace(Task before, Task after) {
    if (before.state() != after.state() && !before.state().mayBecome(after.state())) {
      throw new IllegalTransitionException(before, after.state());
    }
    bind(
            jdbc.sql(
                "update task set shot_id = :shotId, state = :state, version = version + 1,"
                    + " plan_number = :plan, manifest_line = :line, provider = :provider,"
                    + " digest = :digest, shot = :shot, cells = :cells, price = :price,"
                    + " reason_code = :code, reason = :reason, changed_at = :now where id = :id"),
            after)
        .param("id", before.id())
        .update();
    if (before.state() != after.state()) {
      jdbc.sql(
              "insert into event (task_id, happened_at, from_state, to_state, reason)"
                  + " values (?, ?, ?, ?, 'the manifest was read again')")
          .params(before.id(), now(), before.state().name(), after.state().name())
          .update();
    }
  }

  private StatementSpec bind(StatementSpec statement, Task task) {
    return statement
        .param("shotId", task.shotId())
        .param("state", task.state().name())
        .param("plan", task.plan())
        .param("line", task.line())
        .param("provider", task.provider())
        .param("digest", task.digest())
        .param("shot", task.shot() == null ? null : Json.write(task.shot()))
        .param("cells", Json.write(task.cells()))
        .param("price", TaskRows.amount(task.price()))
        .param("code", task.reasonCode())
        .param("reason", task.reason())
        .param("now", now());
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
  }
}
