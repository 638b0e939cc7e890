package dev.dailies.ledger;

import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.LOST;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUBMITTING;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;

import dev.dailies.ledger.History.Event;
import dev.dailies.ledger.store.CommitProof;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Changes the state of tasks. Every change is one short transaction of its own, on disk when the
 * method returns, so that no rollback elsewhere can forget a paid task; for the same reason a call
 * from within another transaction on the same database is refused. A change that the states do not
 * allow, or that was made on a stale view, throws and changes nothing.
 */
public class Ledger {

  private static final Set<TaskState> MAY_BE_SENT_AGAIN =
      Set.of(IN_DOUBT, FAILED, REJECTED, LOST, CANCELLED);

  private final OwnTransaction transaction;
  private final TaskWrites tasks;
  private final AttemptWrites attempts;
  private final RevisionRows revisions;
  private final Histories histories;
  private final MoveListeners listeners = new MoveListeners();

  /** Held while a ticket is looked for and kept. */
  private final Object accepting = new Object();

  private final Clock clock;
  private CommitProof proof = CommitProof.none();
  private Admission admission = Admission.OPEN;

  public Ledger(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.transaction = new OwnTransaction(transactions);
    this.tasks = new TaskWrites(jdbc);
    this.attempts = new AttemptWrites(jdbc);
    this.revisions = new RevisionRows(jdbc);
    this.histories = new Histories(jdbc);
    this.clock = clock;
  }

  /** Has every intent proven to be on the disk. */
  public void provenBy(CommitProof how) {
    proof = how;
  }

  /** Has every intent checked, in its own transaction. */
  public void admittedBy(Admission how) {
    admission = how;
  }

  /**
   * Calls the listener after every committed change, in the thread that made it. A listener that
   * throws is logged; the change stands all the same.
   */
  public void onMove(Consumer<Move> listener) {
    listeners.add(listener);
  }

  /**
   * Writes down that the request is about to be sent, before its first byte is.
   *
   * @throws dev.dailies.ledger.budget.OverBudgetException if a cap forbids it
   */
  public Intent intend(Task task, String providerType, Request request) {
    AttemptId id = AttemptId.random();
    long mark = proof.mark();
    Task intended =
        move(
            task,
            SUBMITTING,
            task.attempts() + 1,
            Cause.of(Evidence.NONE),
            now -> {
              admission.admit(task, request.price(), now.toInstant());
              attempts.insert(task, id, providerType, request.forTheRecord(), now);
            });
    prove(mark, intended, id);
    return new Intent(intended, id);
  }

  /** Nothing may be sent for an intent that is in memory alone. */
  private void prove(long mark, Task intended, AttemptId id) {
    try {
      proof.check(mark, id.value());
    } catch (UncheckedIOException unwritten) {
      putOff(intended, Cause.because("nothing was sent: " + unwritten.getMessage()));
      throw unwritten;
    }
  }

  /**
   * Keeps the ticket of a request that the provider took, also of a task in doubt that was found.
   *
   * @throws TicketTakenException if another attempt there has it already; then nothing is changed
   */
  public Task submitted(Task task, String ticket, @Nullable Price price, Evidence evidence) {
    check(task, SUBMITTED, Set.of(SUBMITTING, IN_DOUBT));
    // Two lanes that are given one ticket at once would not see what the other has not committed.
    synchronized (accepting) {
      return move(
          task, SUBMITTED, Cause.of(evidence), now -> attempts.accept(task, ticket, price, now));
    }
  }

  /**
   * Keeps the ticket of a task in doubt that a person has found.
   *
   * @throws TicketTakenException if any attempt has it already; then nothing is changed
   */
  public Task adopted(Task task, String ticket, Cause cause) {
    check(task, SUBMITTED, Set.of(IN_DOUBT));
    return move(task, SUBMITTED, cause, now -> attempts.adopt(task, ticket, now));
  }

  /** Keeps where the results are when the provider has finished. */
  public Task succeeded(Task task, List<String> urls, @Nullable Price price, Evidence evidence) {
    return succeeded(task, urls, price, evidence, null);
  }

  /**
   * Keeps also how long the provider took.
   *
   * @param took since the ticket came; null if no run has measured it
   */
  public Task succeeded(
      Task task,
      List<String> urls,
      @Nullable Price price,
      Evidence evidence,
      @Nullable Duration took) {
    return move(
        task,
        SUCCEEDED,
        Cause.of(evidence),
        now -> {
          attempts.settle(task, price, now);
          attempts.time(task, took);
          attempts.replaceOutputs(task, urls);
        });
  }

  /**
   * Replaces the links of a SUCCEEDED task: the provider offers the same results under fresh ones,
   * in whatever order.
   */
  public void renewed(Task task, List<String> urls) {
    check(task, SUCCEEDED, Set.of(SUCCEEDED));
    transaction.run(
        () -> {
          tasks.hold(task);
          attempts.renewOutputs(task, urls);
        });
  }

  /** Rejects the task because of its row: the provider certainly created nothing. */
  public Task refused(Task task, Cause cause) {
    check(task, REJECTED, Set.of(PLANNED, SUBMITTING));
    return move(
        task,
        REJECTED,
        cause,
        now -> {
          if (task.state() == SUBMITTING) {
            attempts.refuse(task, now);
          }
        });
  }

  /**
   * Plans the task again: the provider certainly created nothing, and may take the row later. The
   * attempt's number is reused.
   */
  public Task putOff(Task task, Cause cause) {
    check(task, PLANNED, Set.of(SUBMITTING));
    return move(task, PLANNED, task.attempts() - 1, cause, now -> attempts.delete(task));
  }

  /**
   * Plans another attempt at a task that failed, was refused, cancelled or lost, or is in doubt.
   * The earlier attempt is kept: it may have cost money.
   */
  public Task planAgain(Task task, Cause cause) {
    check(task, PLANNED, MAY_BE_SENT_AGAIN);
    if (task.shot() == null) {
      throw new IllegalTransitionException(task, PLANNED);
    }
    return move(task, PLANNED, cause, now -> {});
  }

  /**
   * Plans another attempt at a task in doubt, since the provider or a person says that the last one
   * was never taken: so it does not count as spent any more, though nobody is certain.
   */
  public Task absent(Task task, Cause cause) {
    check(task, PLANNED, Set.of(IN_DOUBT));
    if (task.shot() == null) {
      throw new IllegalTransitionException(task, PLANNED);
    }
    return move(task, PLANNED, cause, now -> attempts.markAbsent(task));
  }

  /**
   * Plans another attempt at a task that the provider has taken, since a person waits for its end
   * no longer. The earlier attempt is kept, with its ticket: it may be made and paid for all the
   * same.
   */
  public Task replaced(Task task, Cause cause) {
    check(task, PLANNED, Set.of(SUBMITTED));
    if (task.shot() == null) {
      throw new IllegalTransitionException(task, PLANNED);
    }
    return move(task, PLANNED, cause, now -> attempts.settle(task, null, now));
  }

  /** Puts the task in doubt: the request was sent, or may have been, and its outcome is unknown. */
  public Task doubted(Task task, Cause cause) {
    return move(task, IN_DOUBT, cause, now -> {});
  }

  /**
   * Keeps that the task failed at the provider.
   *
   * @param retryable true if the same request, paid again, may succeed
   */
  public Task failed(Task task, @Nullable Price price, boolean retryable, Cause cause) {
    return move(
        task,
        FAILED,
        cause,
        now -> {
          attempts.settle(task, price, now);
          attempts.judge(task, retryable);
        });
  }

  /** Keeps that the provider cancelled the task, or that a person waits for it no longer. */
  public Task cancelled(Task task, @Nullable Price price, Cause cause) {
    return move(
        task,
        CANCELLED,
        cause,
        now -> {
          if (task.state() == SUBMITTED || task.state() == LOST || price != null) {
            attempts.settle(task, price, now);
          }
        });
  }

  /** Keeps that the provider has not known the ticket for the time of grace. */
  public Task lost(Task task, Cause cause) {
    return move(task, LOST, cause, now -> {});
  }

  /** Takes a lost task up again that the provider knows after all. */
  public Task found(Task task, Evidence evidence) {
    check(task, SUBMITTED, Set.of(LOST));
    return move(task, SUBMITTED, Cause.of(evidence), now -> {});
  }

  /**
   * Keeps the files of a task, which are all on disk under their final names.
   *
   * @param files one per output, in the order of the outputs; at least one
   */
  public Task delivered(Task task, List<DeliveredFile> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("task %s has no file".formatted(task.name()));
    }
    return move(task, DELIVERED, Cause.of(Evidence.NONE), now -> attempts.keepFiles(task, files));
  }

  /**
   * Keeps that a task is as much as there is of it: the files that are on disk under their final
   * names, and why the others are not.
   *
   * @param outputs all of them, each with a file or a warning; at least one with a file
   */
  public Task deliveredInPart(Task task, List<Output> outputs) {
    return move(
        task,
        DELIVERED,
        Cause.of(Evidence.NONE),
        now -> {
          attempts.keep(task, outputs);
          attempts.checkThatNothingIsMissing(task);
        });
  }

  /** Keeps what has come of a DELIVERED or UNDELIVERED task since; its state stays as it is. */
  public void cameLater(Task task, List<Output> outputs) {
    check(task, DELIVERED, Set.of(DELIVERED, UNDELIVERED));
    transaction.run(
        () -> {
          tasks.hold(task);
          attempts.keep(task, outputs);
        });
  }

  /** Keeps that the results could not be downloaded, or are not clips. */
  public Task undelivered(Task task, Cause cause) {
    return undelivered(task, cause, List.of());
  }

  /**
   * Keeps also what could be downloaded, and why the rest could not.
   *
   * @param outputs those that there is something to say about
   */
  public Task undelivered(Task task, Cause cause, List<Output> outputs) {
    return move(task, UNDELIVERED, cause, now -> attempts.keep(task, outputs));
  }

  /** Plans another download of an UNDELIVERED task, which is free. */
  public Task fetchAgain(Task task, Cause cause) {
    check(task, SUCCEEDED, Set.of(UNDELIVERED));
    return move(task, SUCCEEDED, cause, now -> {});
  }

  /**
   * Plans a new revision of a take whose clip is to be made again, as it was asked for. The task
   * keeps what it has; the plan that saw it sees the new one in its place.
   *
   * @throws StaleTaskException if that was done already
   */
  public void redo(Task task, Cause cause) {
    if (!task.state().holdsClip() || task.shot() == null) {
      throw new IllegalTransitionException(task, PLANNED);
    }
    OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    transaction.run(
        () -> {
          tasks.hold(task);
          revisions.succeed(task, cause, now);
        });
  }

  /**
   * Lets go of a ticket that a person has found and no run has seen: the task is in doubt as it was
   * before. A ticket that the provider gave is never forgotten.
   */
  public Task reopened(Task task, Cause cause) {
    check(task, IN_DOUBT, Set.of(SUBMITTED, LOST));
    return back(
        task,
        cause,
        events -> {
          if (!Decisions.isAdopted(events, task.attempts())) {
            throw new IllegalTransitionException(task, IN_DOUBT);
          }
          attempts.forgetTicket(task);
          return task.moved(IN_DOUBT, task.attempts(), cause);
        });
  }

  /**
   * Takes the last decision of a person back: the task is as it was before.
   *
   * @throws NothingToUndoException if something has followed it, or there is none
   */
  public Task undone(Task task) {
    return back(
        task,
        Cause.because("a person took that back"),
        events -> {
          Event decision =
              Decisions.last(events)
                  .filter(last -> revisions.isAsOf(task, last.at().atOffset(ZoneOffset.UTC)))
                  .orElseThrow(() -> new NothingToUndoException(task));
          if (task.state() == SUBMITTED) {
            attempts.forgetTicket(task);
          } else {
            attempts.reopen(task);
          }
          return task.moved(decision.from(), task.attempts(), Decisions.before(events));
        });
  }

  /**
   * Goes back to an earlier state, which {@link TaskState} does not know as a step forward.
   *
   * @param how changes the attempt, and returns the task as it was
   */
  private Task back(Task task, Cause cause, Function<List<Event>, Task> how) {
    OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    Task[] done = {task};
    counted(
        task,
        () -> {
          tasks.hold(task);
          Task was = how.apply(histories.events(task.id()));
          tasks.update(task, was, now);
          tasks.insertEvent(
              task, task.moved(was.state(), task.attempts(), cause), cause.evidence(), now);
          done[0] = was;
        });
    listeners.tell(new Move(done[0], task.state(), done[0].state()));
    return done[0];
  }

  private Task move(Task task, TaskState to, Cause cause, Consumer<OffsetDateTime> also) {
    return move(task, to, task.attempts(), cause, also);
  }

  private Task move(
      Task task, TaskState to, int attempts, Cause cause, Consumer<OffsetDateTime> also) {
    if (!task.state().mayBecome(to)) {
      throw new IllegalTransitionException(task, to);
    }
    Task moved = task.moved(to, attempts, cause);
    OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    counted(
        task,
        () -> {
          tasks.update(task, moved, now);
          tasks.insertEvent(task, moved, cause.evidence(), now);
          also.accept(now);
        });
    listeners.tell(new Move(moved, task.state(), to));
    return moved;
  }

  private void counted(Task task, Runnable change) {
    admission.counting(task, () -> transaction.run(change));
  }

  private static void check(Task task, TaskState to, Set<TaskState> from) {
    if (!from.contains(task.state())) {
      throw new IllegalTransitionException(task, to);
    }
  }

  /**
   * A committed intent to send: the task is SUBMITTING.
   *
   * @param id names the attempt
   */
  public record Intent(Task task, AttemptId id) {}
}
