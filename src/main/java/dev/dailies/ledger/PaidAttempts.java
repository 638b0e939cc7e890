package dev.dailies.ledger;

import dev.dailies.ledger.PaidTake.Paid;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Request;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes attempts and results of a take as its sidecars tell them, in the caller's transaction. */
final class PaidAttempts {

  private final JdbcClient jdbc;
  private final AttemptWrites writes;

  PaidAttempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.writes = new AttemptWrites(jdbc);
  }

  /** One that the ledger did not have. */
  record Written(AttemptId id, Request request, Paid paid) {}

  /** Why its attempts cannot be those of the task; empty if they can. */
  Optional<String> objection(long task, PaidTake take) {
    for (int number = 1; number <= take.attempts().size(); number++) {
      String told = take.attempts().get(number - 1).ticket();
      String kept = ticket(task, number).orElse(null);
      if (told != null && kept != null && !told.equals(kept)) {
        return Optional.of("the ledger has another ticket for its attempt " + number);
      }
    }
    return take.attempts().stream()
        .map(Paid::ticket)
        .filter(Objects::nonNull)
        .flatMap(ticket -> holder(ticket, task, take).stream())
        .findFirst()
        .map(holder -> "its ticket is that of " + holder + " in the ledger");
  }

  private Optional<String> ticket(long task, int number) {
    return jdbc
        .sql("select ticket from attempt where task_id = ? and attempt_number = ?")
        .params(task, number)
        .query((row, n) -> Optional.ofNullable(row.getString("ticket")))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> holder(String ticket, long task, PaidTake take) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from task t join attempt a on a.task_id = t.id"
                + " where a.ticket = ? and a.base_url = ? and t.id <> ? order by t.id limit 1")
        .params(ticket, take.request().baseUrl(), task)
        .query(TaskRows::read)
        .optional()
        .map(Task::name);
  }

  /** Writes what the ledger lacks, and returns the attempts among that. */
  List<Written> complete(Task task, PaidTake take, String providerType) {
    List<Written> written = new ArrayList<>();
    for (int number = 1; number <= take.attempts().size(); number++) {
      Paid paid = take.attempts().get(number - 1);
      if (!isThere(task, number)) {
        Request request = request(take, paid, number);
        AttemptId id = AttemptId.random();
        Task before = task.moved(task.state(), number - 1, Cause.because(""));
        writes.insert(before, id, providerType, request, Objects.requireNonNull(at(paid.sentAt())));
        written.add(new Written(id, request, paid));
      }
      settle(task, number, paid, number == take.attempts().size());
    }
    return written;
  }

  private boolean isThere(Task task, int number) {
    return jdbc.sql("select count(*) from attempt where task_id = ? and attempt_number = ?")
            .params(task.id(), number)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Of earlier attempts nobody has told what was sent. */
  private static Request request(PaidTake take, Paid paid, int number) {
    Request last = take.request();
    boolean isLast = number == take.attempts().size();
    return new Request(
        last.baseUrl(),
        last.route(),
        last.model(),
        isLast ? last.body() : "{}",
        paid.asked(),
        last.used(),
        null);
  }

  /** What made the file was taken by the provider, whatever else is unknown of it. */
  private void settle(Task task, int number, Paid paid, boolean madeIt) {
    Instant ended = madeIt && paid.endedAt() == null ? paid.sentAt() : paid.endedAt();
    Instant accepted = madeIt && paid.acceptedAt() == null ? ended : paid.acceptedAt();
    jdbc.sql(
            "update attempt set ticket = coalesce(ticket, ?),"
                + " accepted_at = coalesce(accepted_at, ?), ended_at = coalesce(ended_at, ?),"
                + " price_charged = coalesce(price_charged, ?)"
                + " where task_id = ? and attempt_number = ?")
        .params(
            Arrays.asList(
                paid.ticket(),
                at(accepted),
                at(ended),
                Amounts.of(paid.charged()),
                task.id(),
                number))
        .update();
  }

  /** Replaces the task's results by those that are here, and says which are not. */
  void replaceOutputs(Task task, List<Output> outputs) {
    int last = outputs.stream().mapToInt(Output::number).max().orElse(0);
    List<Output> all = new ArrayList<>(outputs);
    for (int number = 1; number <= last; number++) {
      int missing = number;
      if (outputs.stream().noneMatch(output -> output.number() == missing)) {
        all.add(
            new Output(number, "", null, "no sidecar told of it when the ledger was recovered"));
      }
    }
    jdbc.sql("delete from output where task_id = ?").param(task.id()).update();
    for (Output output : all) {
      jdbc.sql("insert into output (task_id, output_number, url) values (?, ?, ?)")
          .params(task.id(), output.number(), output.url())
          .update();
    }
    writes.keep(task, all);
    writes.checkThatNothingIsMissing(task);
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
