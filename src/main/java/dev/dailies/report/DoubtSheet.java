package dev.dailies.report;

import dev.dailies.ledger.Account;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Event;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says of a task in doubt what a person needs, the same wherever it is read. */
public final class DoubtSheet {

  private final Accounts accounts;
  private final Histories histories;
  private final UnaryOperator<String> whereToLook;

  /**
   * @param whereToLook at a provider of that name, as the end of "look …"
   */
  public DoubtSheet(Accounts accounts, Histories histories, UnaryOperator<String> whereToLook) {
    this.accounts = accounts;
    this.histories = histories;
    this.whereToLook = whereToLook;
  }

  /**
   * Reads what is known of a task that is IN_DOUBT.
   *
   * @param line the words to type for a command and its arguments
   */
  public Doubtful of(Account account, BinaryOperator<String> line) {
    Entry entry = new Entry(account);
    return new Doubtful(
        entry.provider(),
        entry.submittedAt().orElse(null),
        entry.prompt(),
        requestId(account),
        entry.price().orElse(null),
        whereToLook.apply(entry.provider()),
        Advice.on(account, typed(account.task()), line, whereToLook).commands());
  }

  /** What names this task alone, whatever other takes and revisions there are. */
  private String typed(Task task) {
    TaskId shot = new TaskId(task.shotId(), null, null);
    return TaskId.among(accounts.named(shot), task).toString();
  }

  /** That of the answer which left the doubt, if there was one: no earlier attempt's. */
  private @Nullable String requestId(Account account) {
    Integer attempt = account.task().attempts();
    return histories.of(account).events().stream()
        .filter(event -> attempt.equals(event.attempt()))
        .map(Event::requestId)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .map(Shareable::text)
        .orElse(null);
  }
}
