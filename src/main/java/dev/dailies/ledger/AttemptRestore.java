package dev.dailies.ledger;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;

import dev.dailies.ledger.JournalLine.Sent;
import dev.dailies.ledger.JournalPages.Known;
import dev.dailies.ledger.store.UntrustedLedgerException;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Writes attempts that the ledger has forgotten back into it, each in a transaction of its own.
 * Their tasks become IN_DOUBT, whatever state the ledger had for them: a later attempt counts more
 * than all earlier ones. A task that the ledger does not know is inserted without its shot; the
 * next plan fills that in.
 */
final class AttemptRestore {

  /**
   * No attempt follows these states, so a task in one of them that lacks its newest attempt is not
   * outdated, but broken.
   */
  private static final Set<TaskState> LAST = EnumSet.of(SUCCEEDED, DELIVERED, UNDELIVERED);

  private static final Cause FORGOTTEN =
      new Cause(
          null, "it was sent, but the ledger had lost that; the journal knows it", Evidence.NONE);
  private final JdbcClient jdbc;
  private final OwnTransaction transaction;
  private final TaskWrites tasks;
  private final AttemptWrites attempts;
  private final RevisionRows rows;
  private final Clock clock;

  AttemptRestore(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new OwnTransaction(transactions);
    this.tasks = new TaskWrites(jdbc);
    this.attempts = new AttemptWrites(jdbc);
    this.rows = new RevisionRows(jdbc);
    this.clock = clock;
  }

  void restore(Known known) {
    transaction.run(() -> restore(known, OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))));
  }

  private void restore(Known known, OffsetDateTime now) {
    Sent sent = known.sent();
    Task before = taskAt(sent, now);
    if (LAST.contains(before.state())) {
      throw new UntrustedLedgerException(
          "the ledger has %s as %s, but not its newest attempt, which the journal knows"
              .formatted(before.name(), before.state()));
    }
    attempts.insert(
        before,
        new AttemptId(known.attempt()),
        sent.type(),
        request(sent),
        sent.at().atOffset(ZoneOffset.UTC));
    Task after = before.moved(TaskState.IN_DOUBT, before.attempts() + 1, FORGOTTEN);
    tasks.update(before, after, now);
    tasks.insertEvent(before, after, Evidence.NONE, now);
  }

  /** The attempt is polled where it was sent, even if the row names another provider by now. */
  private Task taskAt(Sent sent, OffsetDateTime now) {
    Task found = taskOf(sent).orElseGet(() -> insertTask(sent, now));
    jdbc.sql("update task set provider = ? where id = ?")
        .params(sent.provider(), found.id())
        .update();
    return taskOf(sent).orElseThrow();
  }

  private Optional<Task> taskOf(Sent sent) {
    return TaskRows.find(jdbc, key(sent), sent.take(), sent.revision());
  }

  private Task insertTask(Sent sent, OffsetDateTime now) {
    rows.insert(
        new Task(
            0,
            sent.shot(),
            sent.take(),
            sent.revision(),
            TaskState.IN_DOUBT,
            0,
            Plan.NONE,
            0,
            sent.provider(),
            sent.digest(),
            null,
            Map.of(),
            price(sent),
            0,
            null,
            null),
        key(sent),
        null,
        now);
    return taskOf(sent).orElseThrow();
  }

  private static Request request(Sent sent) {
    return new Request(sent.baseUrl(), sent.route(), sent.model(), "{}", price(sent));
  }

  private static @Nullable Price price(Sent sent) {
    return sent.price() == null ? null : new Price(sent.price());
  }

  private static String key(Sent sent) {
    return TaskId.key(sent.shot());
  }
}
