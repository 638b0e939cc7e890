package dev.dailies.job.settle;

import dev.dailies.ledger.Account;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.TaskId;
import java.util.List;
import java.util.Locale;

/** Finds the tasks that people name. */
final class NamedTasks {

  private final Accounts accounts;

  NamedTasks(Accounts accounts) {
    this.accounts = accounts;
  }

  /** All tasks that the id names, at least one. */
  List<Account> of(TaskId id) {
    List<Account> found = accounts.named(id);
    if (found.isEmpty()) {
      throw new CannotSettleException(
          "there is no task %s in this output folder; results.csv lists all".formatted(id));
    }
    return found;
  }

  /** As in {@code shot-001 is delivered}. */
  static String stateOf(Account account) {
    String state = account.task().state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return account.task().name() + " is " + state;
  }

  /** Nothing is sent for a row that the newest reading of the manifest did not see. */
  static void checkCurrent(Account account) {
    if (!account.current()) {
      throw new CannotSettleException(
          account.task().name()
              + ": the newest plan did not see its row, so it would not be sent; put the row back"
              + " and run plan, or give the task up");
    }
  }
}
