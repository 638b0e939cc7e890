package dev.dailies.ledger;

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import dev.dailies.text.PlainText;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the tables {@code attempt} and {@code output}, always for a task's newest attempt and in
 * the caller's transaction. An attempt with {@code accepted_at} was taken by the provider and may
 * cost money; one with neither that nor {@code ended_at} has an unknown outcome.
 */
final class AttemptWrites {

  private static final int LONGEST_WARNING = 2000;

  private final JdbcClient jdbc;

  AttemptWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Task task, AttemptId id, String providerType, Request request, OffsetDateTime now) {
    jdbc.sql(
            "insert into attempt (id, task_id, attempt_number, provider, provider_type, base_url,"
                + " route, model, body, price_asked, used, recipe, intended_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(id.value())
        .param(task.id())
        .param(task.attempts() + 1)
        .param(task.provider())
        .param(providerType)
        .param(request.baseUrl())
        .param(request.route())
        .param(request.model())
        .param(request.body())
        .param(Amounts.of(request.price()))
        .param(Json.write(request.used()))
        .param(request.recipe())
        .param(now)
        .update();
  }

  /**
   * Keeps the ticket of a request that the provider took.
   *
   * @throws TicketTakenException if another attempt at the same address has it already
   */
  void accept(Task task, String ticket, @Nullable Price price, OffsetDateTime now) {
    otherHolderOf(ticket, task)
        .ifPresent(
            holder -> {
              throw new TicketTakenException(ticket, holder);
            });
    keepTicket(task, ticket, price, now);
  }

  private void keepTicket(Task task, String ticket, @Nullable Price price, OffsetDateTime now) {
    one(
        jdbc.sql(
                "update attempt set ticket = ?, accepted_at = ?,"
                    + " price_charged = coalesce(?, price_charged)"
                    + " where task_id = ? and attempt_number = ?")
            .param(ticket)
            .param(now)
            .param(Amounts.of(price))
            .param(task.id())
            .param(task.attempts())
            .update(),
        task);
  }

  /**
   * Keeps a ticket that a person has found.
   *
   * @throws TicketTakenException if any attempt has it already
   */
  void adopt(Task task, String ticket, OffsetDateTime now) {
    AttemptRows.holderOf(jdbc, ticket)
        .ifPresent(
            holder -> {
              throw new TicketTakenException(ticket, holder);
            });
    keepTicket(task, ticket, null, now);
  }

  /** Forgets the ticket that a person has found: nobody knows again whether it was taken. */
  void forgetTicket(Task task) {
    one(
        jdbc.sql(
                "update attempt set ticket = null, accepted_at = null"
                    + " where task_id = ? and attempt_number = ?")
            .params(task.id(), task.attempts())
            .update(),
        task);
  }

  /** Takes back that nobody waits for an attempt, or that it was never taken. */
  void reopen(Task task) {
    one(
        jdbc.sql(
                "update attempt set ended_at = null, absent = null"
                    + " where task_id = ? and attempt_number = ?")
            .params(task.id(), task.attempts())
            .update(),
        task);
  }

  /** Keeps that it is said never to have been taken. */
  void markAbsent(Task task) {
    one(
        jdbc.sql("update attempt set absent = true where task_id = ? and attempt_number = ?")
            .params(task.id(), task.attempts())
            .update(),
        task);
  }

  /** Ends an attempt that the provider took, with the price it charged. */
  void settle(Task task, @Nullable Price price, OffsetDateTime now) {
    one(
        jdbc.sql(
                "update attempt set accepted_at = coalesce(accepted_at, ?),"
                    + " ended_at = coalesce(ended_at, ?),"
                    + " price_charged = coalesce(?, price_charged)"
                    + " where task_id = ? and attempt_number = ?")
            .param(now)
            .param(now)
            .param(Amounts.of(price))
            .param(task.id())
            .param(task.attempts())
            .update(),
        task);
  }

  /** Keeps how long the provider took, if a run has measured it. */
  void time(Task task, @Nullable Duration took) {
    if (took != null) {
      one(
          jdbc.sql("update attempt set took_millis = ? where task_id = ? and attempt_number = ?")
              .params(took.toMillis(), task.id(), task.attempts())
              .update(),
          task);
    }
  }

  /** Keeps whether the provider says that the same request, paid again, may succeed. */
  void judge(Task task, boolean retryable) {
    one(
        jdbc.sql("update attempt set retryable = ? where task_id = ? and attempt_number = ?")
            .params(retryable, task.id(), task.attempts())
            .update(),
        task);
  }

  private Optional<String> otherHolderOf(String ticket, Task task) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from attempt mine join attempt a on a.base_url = mine.base_url"
                + " join task t on a.task_id = t.id"
                + " where mine.task_id = ? and mine.attempt_number = ?"
                + " and a.ticket = ? and a.id <> mine.id order by t.id limit 1")
        .params(task.id(), task.attempts(), ticket)
        .query(TaskRows::read)
        .optional()
        .map(Task::name);
  }

  /** Ends an attempt for which the provider created nothing. */
  void refuse(Task task, OffsetDateTime now) {
    one(
        jdbc.sql("update attempt set ended_at = ? where task_id = ? and attempt_number = ?")
            .params(now, task.id(), task.attempts())
            .update(),
        task);
  }

  void delete(Task task) {
    one(
        jdbc.sql("delete from attempt where task_id = ? and attempt_number = ?")
            .params(task.id(), task.attempts())
            .update(),
        task);
  }

  void replaceOutputs(Task task, List<String> urls) {
    jdbc.sql("delete from output where task_id = ?").param(task.id()).update();
    for (int n = 1; n <= urls.size(); n++) {
      insertOutput(task, n, urls.get(n - 1));
    }
  }

  private void insertOutput(Task task, int number, String url) {
    jdbc.sql("insert into output (task_id, output_number, url) values (?, ?, ?)")
        .params(task.id(), number, url)
        .update();
  }

  /** Puts fresh links in the place of those for the same results; what is here stays here. */
  void renewOutputs(Task task, List<String> urls) {
    for (Output output : RenewedLinks.of(AttemptRows.outputs(jdbc, task), urls)) {
      int changed =
          jdbc.sql("update output set url = ? where task_id = ? and output_number = ?")
              .params(output.url(), task.id(), output.number())
              .update();
      if (changed == 0) {
        insertOutput(task, output.number(), output.url());
      }
    }
  }

  /** Keeps what is here, and why the rest is not. */
  void keep(Task task, List<Output> outputs) {
    for (Output output : outputs) {
      DeliveredFile file = output.file();
      if (file != null) {
        keepFile(task, output.number(), file);
      }
      jdbc.sql("update output set warning = ? where task_id = ? and output_number = ?")
          .params(
              Arrays.asList(
                  PlainText.of(output.warning(), LONGEST_WARNING), task.id(), output.number()))
          .update();
    }
  }

  /** Keeps one file for each result. */
  void keepFiles(Task task, List<DeliveredFile> files) {
    for (int n = 1; n <= files.size(); n++) {
      keepFile(task, n, files.get(n - 1));
    }
    checkThatNothingIsMissing(task);
  }

  /** Every result has a file, or a reason why it has none. */
  void checkThatNothingIsMissing(Task task) {
    long missing =
        jdbc.sql(
                "select count(*) from output where task_id = ? and file_name is null"
                    + " and warning is null")
            .param(task.id())
            .query(Long.class)
            .single();
    if (missing > 0) {
      throw new IllegalStateException(
          "task %s has %d outputs without a file".formatted(task.name(), missing));
    }
  }

  private void keepFile(Task task, int number, DeliveredFile file) {
    one(
        jdbc.sql(
                "update output set file_name = ?, bytes = ?, sha256 = ?, media_type = ?"
                    + " where task_id = ? and output_number = ?")
            .params(file.name(), file.bytes(), file.sha256(), file.mediaType(), task.id(), number)
            .update(),
        task);
  }

  private static void one(int changed, Task task) {
    if (changed != 1) {
      throw new IllegalStateException(
          "task %s: expected to change one row of the ledger, changed %d"
              .formatted(task.name(), changed));
    }
  }
}
