package dev.dailies.ledger;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;

import dev.dailies.ledger.PaidAttempts.Written;
import dev.dailies.provider.Evidence;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Takes clips in that the ledger has forgotten, each task in a transaction of its own: it is
 * DELIVERED with its attempts, price and files, or as it was. A kill between two of them leaves the
 * rest forgotten, which keeps the ledger closed.
 */
public class ClipIntake {

  /** No attempt follows these states, so one that is lacked there is a contradiction. */
  private static final Set<TaskState> LAST = EnumSet.of(SUCCEEDED, DELIVERED, UNDELIVERED);

  private static final Cause TAKEN_IN =
      Cause.because("the ledger had lost it; it was taken in from its sidecar");

  private final JdbcClient jdbc;
  private final OwnTransaction transaction;
  private final TaskWrites tasks;
  private final RevisionRows rows;
  private final PaidAttempts attempts;
  private final Journal journal;
  private final Clock clock;

  public ClipIntake(
      JdbcClient jdbc, PlatformTransactionManager transactions, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new OwnTransaction(transactions);
    this.tasks = new TaskWrites(jdbc);
    this.rows = new RevisionRows(jdbc);
    this.attempts = new PaidAttempts(jdbc);
    this.journal = journal;
    this.clock = clock;
  }

  /** When the last request that the ledger knows was sent; empty if it knows of none. */
  public Optional<Instant> lastSent() {
    return jdbc
        .sql("select intended_at from attempt order by intended_at desc limit 1")
        .query((row, number) -> AttemptRows.instant(row, "intended_at"))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What the ledger knows of a take. */
  public Standing standing(PaidTake paid) {
    Optional<Task> found = taskOf(paid);
    int known = found.map(Task::attempts).orElse(0);
    boolean isAtItsEnd = found.filter(task -> LAST.contains(task.state())).isPresent();
    if (known > paid.attempts().size() || (isAtItsEnd && known == paid.attempts().size())) {
      return Standing.KNOWN;
    }
    if (isAtItsEnd) {
      return Standing.otherwise("the ledger has it with fewer attempts");
    }
    long task = found.map(Task::id).orElse(0L);
    return attempts
        .objection(task, paid)
        .or(() -> nameOfAnother(task, paid))
        .map(Standing::otherwise)
        .orElse(Standing.FORGOTTEN);
  }

  /**
   * Takes a forgotten take in as DELIVERED. What the ledger knows of its attempts stays.
   *
   * @param row what it was made of
   */
  public void take(PaidTake paid, PlannedRow row, String providerType) {
    AtomicReference<List<Written>> written = new AtomicReference<>(List.of());
    transaction.run(() -> written.set(write(paid, row, providerType)));
    Task task = taskOf(paid).orElseThrow();
    // Only now: what the journal alone knew would be looked for at the provider.
    for (Written one : Objects.requireNonNull(written.get())) {
      journal.known(
          new Ledger.Intent(task, one.id()),
          providerType,
          one.request(),
          one.paid().sentAt(),
          one.paid().ticket());
    }
  }

  private List<Written> write(PaidTake paid, PlannedRow row, String providerType) {
    OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    if (standing(paid).kind() != Standing.Kind.FORGOTTEN) {
      throw new IllegalStateException(paid.name() + " is not forgotten");
    }
    if (taskOf(paid).isEmpty()) {
      rows.insert(planned(paid, row), paid.key(), null, now);
    }
    Task before = taskOf(paid).orElseThrow();
    setRow(before, paid, row);
    Task task = taskOf(paid).orElseThrow();
    List<Written> written = attempts.complete(task, paid, providerType);
    attempts.replaceOutputs(task, paid.outputs());
    setNames(task, paid);
    Task after = task.moved(DELIVERED, paid.attempts().size(), TAKEN_IN);
    tasks.update(task, after, now);
    tasks.insertEvent(task, after, Evidence.NONE, now);
    // The manifest is to be read again, unchanged or not: its rows have other tasks now.
    jdbc.sql(
            "update plan set settings_digest = 'recovered'"
                + " where plan_number = (select max(plan_number) from plan)")
        .update();
    return written;
  }

  private Optional<Task> taskOf(PaidTake paid) {
    return TaskRows.find(jdbc, paid.key(), paid.take(), paid.revision());
  }

  private static Task planned(PaidTake paid, PlannedRow row) {
    return new Task(
        0,
        paid.shot(),
        paid.take(),
        paid.revision(),
        TaskState.PLANNED,
        0,
        Plan.NONE,
        row.line(),
        paid.provider(),
        row.digest(),
        row.shot(),
        row.cells(),
        paid.newest().asked(),
        0,
        null,
        null);
  }

  /** What an unsent task had of its row may be older. What would be sent is not what was. */
  private void setRow(Task task, PaidTake paid, PlannedRow row) {
    jdbc.sql(
            "update task set provider = ?, digest = ?, shot = ?, cells = ?, price = ?,"
                + " edit_waits = false where id = ?")
        .param(paid.provider())
        .param(row.digest())
        .param(Json.write(row.shot()))
        .param(Json.write(row.cells()))
        .param(Amounts.of(paid.newest().asked()))
        .param(task.id())
        .update();
    if (!task.digest().equals(row.digest())) {
      jdbc.sql("update task set request = null where id = ?").param(task.id()).update();
    }
  }

  private void setNames(Task task, PaidTake paid) {
    jdbc.sql("delete from clip_name where task_id = ?").param(task.id()).update();
    for (Output output : paid.outputs()) {
      String stem = stem(output);
      jdbc.sql("insert into clip_name (task_id, output_number, stem, stem_key) values (?, ?, ?, ?)")
          .params(task.id(), output.number(), stem, ClipNames.key(stem))
          .update();
    }
  }

  private Optional<String> nameOfAnother(long task, PaidTake paid) {
    return paid.outputs().stream()
        .map(ClipIntake::stem)
        .filter(
            stem ->
                jdbc.sql("select count(*) from clip_name where stem_key = ? and task_id <> ?")
                        .params(ClipNames.key(stem), task)
                        .query(Long.class)
                        .single()
                    > 0)
        .findFirst()
        .map(stem -> "the ledger has given the name " + stem + " to another task");
  }

  private static String stem(Output output) {
    String name = Objects.requireNonNull(output.file()).name();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
