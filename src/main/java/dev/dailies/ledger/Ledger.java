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

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the state of tasks. Every change is one short transaction of its own, on disk when the
 * method returns, so that no rollback elsewhere can forget a paid task. A change that the states do
 * not allow, or that was made on a stale view, throws and changes nothing.
 */
public class Ledger {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final List<Consumer<Move>> listeners = new CopyOnWriteArrayList<>();

  public Ledger(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Calls the listener after every committed change, in the thread that made it. */
  public void onMove(Consumer<Move> listener) {
    listeners.add(listener);
  }

  /** Writes down that the request is about to be sent, before its first byte is. */
  public Intent intend(Task task, String providerType, Request request) {
    AttemptId id = AttemptId.random();
    int number = task.attempts() + 1;
    Task intended =
        move(
            task,
            SUBMITTING,
            number,
            Cause.of(Evidence.NONE),
            () -> insertAttempt(task, id, number, providerType, request));
    return new Intent(intended, id);
  }

  /** The provider took the request: keeps the ticket. */
  public Task submitted(Task task, String ticket, @Nullable Price price, Evidence evidence) {
    return move(
        task,
        SUBMITTED,
        Cause.of(evidence),
        () -> {
          updateAttempt(task, "ticket", ticket);
          updateAttempt(task, "accepted_at", now());
          charge(task, price);
        });
  }

  /** The provider finished: keeps where the results are. */
  public Task succeeded(Task task, List<String> urls, @Nullable Price price, Evidence evidence) {
    return move(
        task,
        SUCCEEDED,
        Cause.of(evidence),
        () -> {
          charge(task, price);
          endAttempt(task);
          replaceOutputs(task, urls);
        });
  }

  /** The provider offers the same results under fresh links. */
  public void renewed(Task task, List<String> urls) {
    transaction.executeWithoutResult(status -> replaceOutputs(task, urls));
  }

  /** Certainly nothing was created, because of the row itself. */
  public Task refused(Task task, Cause cause) {
    return move(task, REJECTED, cause, () -> endAttempt(task));
  }

  /**
   * Certainly nothing was created, and the row may be sent later: the attempt's number is used
   * again.
   */
  public Task putOff(Task task, Cause cause) {
    return move(
        task,
        PLANNED,
        task.attempts() - 1,
        cause,
        () ->
            jdbc.sql("delete from attempt where task_id = ? and attempt_number = ?")
                .params(task.id(), task.attempts())
                .update());
  }

  /** The request was sent, or may have been, and nobody here knows what came of it. */
  public Task doubted(Task task, Cause cause) {
    return move(task, IN_DOUBT, cause, () -> {});
  }

  /** The task will be sent again, as a new attempt; only a person or a setting may decide that. */
  public Task replanned(Task task, Cause cause) {
    return move(task, PLANNED, cause, () -> {});
  }

  /** The provider says that the task failed. */
  public Task failed(Task task, @Nullable Price price, Cause cause) {
    return move(task, FAILED, cause, () -> settle(task, price));
  }

  /** The provider says that the task was cancelled. */
  public Task cancelled(Task task, @Nullable Price price, Cause cause) {
    return move(task, CANCELLED, cause, () -> settle(task, price));
  }

  /** The provider does not know the ticket, and has not for long enough. */
  public Task lost(Task task, Cause cause) {
    return move(task, LOST, cause, () -> {});
  }

  /** A lost task was seen again. */
  public Task found(Task task, Evidence evidence) {
    return move(task, SUBMITTED, Cause.of(evidence), () -> {});
  }

  /** Every file of the task is on disk under its final name; the order is that of its outputs. */
  public Task delivered(Task task, List<DeliveredFile> files) {
    return move(
        task,
        DELIVERED,
        Cause.of(Evidence.NONE),
        () -> {
          for (int n = 1; n <= files.size(); n++) {
            keepFile(task, n, files.get(n - 1));
          }
        });
  }

  /** What was generated could not be fetched, or is not a clip. */
  public Task undelivered(Task task, Cause cause) {
    return move(task, UNDELIVERED, cause, () -> {});
  }

  private Task move(Task task, TaskState to, Cause cause, Runnable also) {
    return move(task, to, task.attempts(), cause, also);
  }

  private Task move(Task task, TaskState to, int attempts, Cause cause, Runnable also) {
    if (!task.state().mayBecome(to)) {
      throw new IllegalTransitionException(task, to);
    }
    Task moved = task.moved(to, attempts, cause);
    transaction.executeWithoutResult(
        status -> {
          also.run();
          updateTask(task, moved);
          insertEvent(task, moved, cause.evidence());
        });
    listeners.forEach(listener -> listener.accept(new Move(moved, task.state(), to)));
    return moved;
  }

  private void updateTask(Task before, Task after) {
    int changed =
        jdbc.sql(
                "update task set state = :state, version = :version, attempts = :attempts,"
                    + " reason_code = :code, reason = :reason, changed_at = :now"
                    + " where id = :id and version = :seen")
            .param("state", after.state().name())
            .param("version", after.version())
            .param("attempts", after.attempts())
            .param("code", after.reasonCode())
            .param("reason", after.reason())
            .param("now", now())
            .param("id", before.id())
            .param("seen", before.version())
            .update();
    if (changed != 1) {
      throw new StaleTaskException(before);
    }
  }

  private void insertEvent(Task before, Task after, Evidence evidence) {
    jdbc.sql(
            "insert into event (task_id, attempt_number, happened_at, from_state, to_state,"
                + " http_status, request_id, reason)"
                + " values (:task, :attempt, :now, :from, :to, :status, :request, :reason)")
        .param("task", before.id())
        .param("attempt", Math.max(before.attempts(), after.attempts()))
        .param("now", now())
        .param("from", before.state().name())
        .param("to", after.state().name())
        .param("status", evidence.httpStatus())
        .param("request", PlainText.of(evidence.requestId(), 200))
        .param("reason", after.reason())
        .update();
  }

  private void insertAttempt(
      Task task, AttemptId id, int number, String providerType, Request request) {
    jdbc.sql(
            "insert into attempt (id, task_id, attempt_number, provider, provider_type, base_url,"
                + " route, model, body, price_asked, intended_at)"
                + " values (:id, :task, :number, :provider, :type, :url, :route, :model, :body,"
                + " :price, :now)")
        .param("id", id.value())
        .param("task", task.id())
        .param("number", number)
        .param("provider", task.provider())
        .param("type", providerType)
        .param("url", request.baseUrl())
        .param("route", request.route())
        .param("model", request.model())
        .param("body", request.body())
        .param("price", TaskRows.amount(request.price()))
        .param("now", now())
        .update();
  }

  private void settle(Task task, @Nullable Price price) {
    charge(task, price);
    endAttempt(task);
  }

  private void charge(Task task, @Nullable Price price) {
    if (price != null) {
      updateAttempt(task, "price_charged", price.usd());
    }
  }

  private void endAttempt(Task task) {
    updateAttempt(task, "ended_at", now());
  }

  private void updateAttempt(Task task, String column, Object value) {
    jdbc.sql("update attempt set " + column + " = ? where task_id = ? and attempt_number = ?")
        .params(value, task.id(), task.attempts())
        .update();
  }

  private void replaceOutputs(Task task, List<String> urls) {
    jdbc.sql("delete from output where task_id = ?").param(task.id()).update();
    for (int n = 1; n <= urls.size(); n++) {
      jdbc.sql("insert into output (task_id, output_number, url) values (?, ?, ?)")
          .params(task.id(), n, urls.get(n - 1))
          .update();
    }
  }

  private void keepFile(Task task, int number, DeliveredFile file) {
    jdbc.sql(
            "update output set file_name = ?, bytes = ?, sha256 = ?, media_type = ?"
                + " where task_id = ? and output_number = ?")
        .params(file.name(), file.bytes(), file.sha256(), file.mediaType(), task.id(), number)
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
  }
}
