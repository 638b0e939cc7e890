package dev.dailies.job.poll;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Returns;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.InFlight;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Task;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Leftovers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about tasks that their provider no longer knows: what is there all the same is fetched;
 * what costs no money is sent again, once, since a row that kills the server would do so for ever.
 */
final class LostTasks {

  private static final Logger log = LoggerFactory.getLogger(LostTasks.class);
  private static final String AGAIN =
      "its server has forgotten it; sent again once, since that costs no money";

  private final Ledger ledger;
  private final OpenTasks tasks;
  private final Returns returns;
  private final RunControl run;

  LostTasks(Ledger ledger, OpenTasks tasks, Returns returns, RunControl run) {
    this.ledger = ledger;
    this.tasks = tasks;
    this.returns = returns;
    this.run = run;
  }

  /** Settles a task that is SUBMITTED, and unknown for too long. */
  void settle(InFlight flight, ActiveProvider active, Evidence evidence) {
    Task task = flight.task();
    Leftovers left = active.provider().leftovers(flight.attempt());
    if (!left.outputs().isEmpty()) {
      log.info("{} is no longer known, and its files are there", task.name());
      ledger.succeeded(task, left.outputs(), null, evidence);
      return;
    }
    returns.begin(task.id());
    try {
      String why = "the provider no longer knows it";
      String trace = left.trace() == null ? why : why + "; " + left.trace();
      sendAgain(ledger.lost(task, new Cause("LOST", trace, evidence)), left);
    } finally {
      end(task);
    }
  }

  /** The same for a task that is LOST, and still unknown. */
  void settleLost(InFlight flight, ActiveProvider active, Evidence evidence) {
    Task task = flight.task();
    Leftovers left = active.provider().leftovers(flight.attempt());
    if (!left.outputs().isEmpty()) {
      ledger.succeeded(ledger.found(task, evidence), left.outputs(), null, evidence);
    } else {
      sendAgain(task, left);
    }
  }

  private void sendAgain(Task lost, Leftovers left) {
    if (left.maySendAgain() && tasks.maySendAgain(lost)) {
      log.info("{} is sent again", lost.name());
      ledger.planAgain(lost, Cause.because(AGAIN));
    }
  }

  private void end(Task task) {
    returns.end(task.id());
    run.changed();
  }
}
