package dev.dailies.job.settle;

import dev.dailies.ledger.Account;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TicketTakenException;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.http.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a person decides about tasks in doubt. Asks nothing of any network: the next run acts. */
public final class Doubts {

  private final Accounts accounts;
  private final NamedTasks named;
  private final Ledger ledger;

  Doubts(Accounts accounts, Ledger ledger) {
    this.accounts = accounts;
    this.named = new NamedTasks(accounts);
    this.ledger = ledger;
  }

  /** Every task in doubt, in the order in which they were first planned. */
  public List<Account> all() {
    List<Account> doubtful = new ArrayList<>();
    accounts.forEach(
        account -> {
          if (isDoubtful(account)) {
            doubtful.add(account);
          }
        });
    return doubtful;
  }

  /**
   * The one task in doubt that the id names.
   *
   * @throws CannotSettleException if there is none, or more than one
   */
  public Account named(TaskId id) {
    List<Account> found = named.of(id);
    List<Account> doubtful = found.stream().filter(Doubts::isDoubtful).toList();
    if (doubtful.isEmpty()) {
      throw new CannotSettleException(
          found.stream().map(NamedTasks::stateOf).collect(Collectors.joining(", "))
              + ": only a task in doubt can be resolved");
    }
    if (doubtful.size() > 1) {
      throw new CannotSettleException(
          "%s names %d tasks in doubt; name one of %s"
              .formatted(
                  id,
                  doubtful.size(),
                  doubtful.stream()
                      .map(account -> TaskId.among(found, account.task()).toString())
                      .collect(Collectors.joining(", "))));
    }
    return doubtful.get(0);
  }

  /** Has the next run send it again, which pays twice if the provider has taken it after all. */
  public Task resubmit(Account doubtful) {
    NamedTasks.checkCurrent(doubtful);
    return ledger.planAgain(
        doubtful.task(), Cause.because("sent again while in doubt, as a person decided"));
  }

  /** Takes the ticket that a person has found at the provider; the next run looks at it. */
  public Task adopt(Account doubtful, String ticket) {
    if (!Tickets.isUsable(ticket)) {
      throw new CannotSettleException("'%s' cannot be a ticket".formatted(ticket));
    }
    try {
      return ledger.adopted(
          doubtful.task(), ticket, Cause.because("a person found its ticket at the provider"));
    } catch (TicketTakenException taken) {
      throw new CannotSettleException(String.valueOf(taken.getMessage()));
    }
  }

  /** Lets it go: it stays unknown whether it was made and paid for. */
  public Task giveUp(Account doubtful) {
    String reason = "a person gave it up while in doubt; it may have been paid for";
    return ledger.cancelled(doubtful.task(), null, new Cause("GIVEN_UP", reason, Evidence.NONE));
  }

  private static boolean isDoubtful(Account account) {
    return account.task().state() == TaskState.IN_DOUBT;
  }
}
