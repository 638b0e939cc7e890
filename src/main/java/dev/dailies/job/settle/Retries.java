package dev.dailies.job.settle;

import dev.dailies.job.settle.Retried.Verdict;
import dev.dailies.ledger.Account;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Plans again what came to nothing. Sends nothing: the next run does. The earlier attempts are
 * kept, since they may have cost money.
 */
public final class Retries {

  private static final String WISH = "a person wants it again";

  private final Accounts accounts;
  private final NamedTasks named;
  private final Ledger ledger;

  Retries(Accounts accounts, Ledger ledger) {
    this.accounts = accounts;
    this.named = new NamedTasks(accounts);
    this.ledger = ledger;
  }

  /**
   * Says what becomes of each task that came to nothing, and changes nothing.
   *
   * @throws CannotSettleException if an id names no task that came to nothing
   */
  public void foresee(RetryChoice choice, Consumer<Retried> reader) {
    forEach(choice, (account, retried) -> reader.accept(retried));
  }

  /**
   * Plans again what is chosen, and says what became of each task that came to nothing.
   *
   * @throws CannotSettleException if an id names no task that came to nothing; then nothing changed
   */
  public void repeat(RetryChoice choice, Consumer<Retried> reader) {
    forEach(
        choice,
        (account, retried) -> {
          act(account.task(), retried.verdict());
          reader.accept(retried);
        });
  }

  private void act(Task task, Verdict verdict) {
    if (verdict == Verdict.SENT_AGAIN) {
      ledger.planAgain(task, Cause.because(WISH));
    } else if (verdict == Verdict.FETCHED_AGAIN) {
      ledger.fetchAgain(task, Cause.because(WISH));
    }
  }

  private interface Reader {
    void read(Account account, Retried retried);
  }

  private void forEach(RetryChoice choice, Reader reader) {
    Consumer<Account> judge =
        account -> judge(choice, account).ifPresent(retried -> reader.read(account, retried));
    if (choice.ids().isEmpty()) {
      accounts.forEach(
          account -> {
            if (account.current()) {
              judge.accept(account);
            }
          });
    } else {
      named(choice.ids()).forEach(judge);
    }
  }

  /** Each task once, however often it is named. */
  private List<Account> named(List<TaskId> ids) {
    Map<Long, Account> found = new LinkedHashMap<>();
    for (TaskId id : ids) {
      checked(id).forEach(account -> found.put(account.task().id(), account));
    }
    return new ArrayList<>(found.values());
  }

  private List<Account> checked(TaskId id) {
    List<Account> found = named.of(id);
    if (found.stream().allMatch(account -> FailureClass.of(account).isEmpty())) {
      throw new CannotSettleException(
          found.stream().map(NamedTasks::stateOf).collect(Collectors.joining(", "))
              + ": only what failed, was rejected by its provider, cancelled, lost or undelivered"
              + " can be repeated");
    }
    return found;
  }

  private static Optional<Retried> judge(RetryChoice choice, Account account) {
    return FailureClass.of(account)
        .map(found -> new Retried(account.task(), found, verdict(choice, account, found)));
  }

  private static Verdict verdict(RetryChoice choice, Account account, FailureClass failureClass) {
    if (failureClass == FailureClass.MODERATION) {
      return Verdict.MODERATED;
    }
    if (!choice.wants(account, failureClass)) {
      return Verdict.LEFT_OUT;
    }
    if (failureClass == FailureClass.UNDELIVERED) {
      return Verdict.FETCHED_AGAIN;
    }
    return account.current() ? Verdict.SENT_AGAIN : Verdict.NOT_IN_MANIFEST;
  }
}
