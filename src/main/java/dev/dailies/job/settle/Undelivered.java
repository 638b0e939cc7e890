package dev.dailies.job.settle;

import dev.dailies.ledger.Account;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was paid for and is not here. To fetch it once more is free. */
public final class Undelivered {

  private final Accounts accounts;
  private final NamedTasks named;
  private final Ledger ledger;

  Undelivered(Accounts accounts, Ledger ledger) {
    this.accounts = accounts;
    this.named = new NamedTasks(accounts);
    this.ledger = ledger;
  }

  /**
   * Has the files of these tasks fetched, or of all that are UNDELIVERED if none is named.
   *
   * @return how many tasks now wait for their files, whoever wanted it
   * @throws CannotSettleException if an id names no task that has a file to fetch; then nothing
   *     changed
   */
  public long fetchAgain(List<TaskId> ids) {
    for (Account account : ids.isEmpty() ? all() : named(ids)) {
      if (account.task().state() == TaskState.UNDELIVERED) {
        ledger.fetchAgain(account.task(), Cause.because("a person wants it fetched again"));
      }
    }
    return accounts.countAll().getOrDefault(TaskState.SUCCEEDED, 0L);
  }

  private List<Account> all() {
    List<Account> found = new ArrayList<>();
    accounts.forEach(
        account -> {
          if (account.task().state() == TaskState.UNDELIVERED) {
            found.add(account);
          }
        });
    return found;
  }

  /** Each task once, however often it is named. */
  private Collection<Account> named(List<TaskId> ids) {
    Map<Long, Account> found = new LinkedHashMap<>();
    for (TaskId id : ids) {
      checked(id).forEach(account -> found.put(account.task().id(), account));
    }
    return found.values();
  }

  private List<Account> checked(TaskId id) {
    List<Account> found = named.of(id);
    if (found.stream().noneMatch(Undelivered::hasFilesToFetch)) {
      throw new CannotSettleException(
          found.stream().map(NamedTasks::stateOf).collect(Collectors.joining(", "))
              + ": only what was generated and is not here can be fetched");
    }
    return found;
  }

  private static boolean hasFilesToFetch(Account account) {
    TaskState state = account.task().state();
    return state == TaskState.UNDELIVERED || state == TaskState.SUCCEEDED;
  }
}
