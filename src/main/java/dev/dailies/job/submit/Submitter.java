package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Ground;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Journal;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.Ledger.Intent;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TicketTakenException;
import dev.dailies.ledger.budget.OverBudgetException;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one task: permit, intent on disk, one request, outcome on disk, in this order and outside
 * of any other transaction. What happens to a paid task between the two commits is known from the
 * ledger alone: a task found SUBMITTING later is in doubt.
 */
final class Submitter {

  private static final Logger log = LoggerFactory.getLogger(Submitter.class);

  private final Ledger ledger;
  private final Journal journal;
  private final PlannedFiles files;
  private final SubmitQueue queue;
  private final RunControl run;
  private final Ground ground;
  private final Map<Long, Task> onTheWire = new ConcurrentHashMap<>();

  Submitter(
      Ledger ledger,
      Journal journal,
      PlannedFiles files,
      SubmitQueue queue,
      RunControl run,
      Ground ground) {
    this.ledger = ledger;
    this.journal = journal;
    this.files = files;
    this.queue = queue;
    this.run = run;
    this.ground = ground;
  }

  /**
   * Prepares the task, and waits until its provider's gate lets it pass.
   *
   * @return empty if it is not sent, or not now
   */
  Optional<ReadyTask> prepare(Task task, ActiveProvider active) {
    Shot shot = Objects.requireNonNull(task.shot(), "a planned task has a shot");
    if (!active.gate().awaitOpening(run::isDrained) || !isGroundFirm()) {
      return Optional.empty();
    }
    Preparation prepared =
        files.haveChanged(task) ? changed(task) : active.provider().prepare(shot);
    if (!(prepared instanceof Request request)) {
      recordUnprepared(task, active, prepared);
      return Optional.empty();
    }
    return active
        .gate()
        .enter(run::isDrained, () -> active.provider().probe(request))
        .flatMap(permit -> ready(new ReadyTask(task, active, request, permit)));
  }

  /** It may have waited long for its permit. */
  private Optional<ReadyTask> ready(ReadyTask ready) {
    boolean unchanged = ready.request().hasItsFiles();
    if (unchanged && isGroundFirm()) {
      return Optional.of(ready);
    }
    ready.permit().release();
    if (!unchanged) {
      recordUnprepared(ready.task(), ready.active(), changed(ready.task()));
    }
    return Optional.empty();
  }

  private static Preparation changed(Task task) {
    return new Preparation.Postponed("a file of %s has changed".formatted(task.name()));
  }

  private boolean isGroundFirm() {
    Optional<StopReason> missing = ground.missing();
    missing.ifPresent(run::drain);
    return missing.isEmpty();
  }

  /** Nothing was sent, so there is no attempt. */
  private void recordUnprepared(Task task, ActiveProvider active, Preparation why) {
    log.info("{} cannot be prepared for {}: {}", task.name(), active.name(), why);
    active.gate().unprepared(why);
    if (why instanceof Submission.Refused refused) {
      ledger.refused(task, new Cause(refused.code(), refused.reason(), refused.evidence()));
    } else if (why instanceof Preparation.Postponed postponed) {
      run.note(StopReason.at(active.name(), Kind.UNAVAILABLE, postponed.reason()));
      queue.setAside(task);
    }
  }

  /**
   * Sends the task once.
   *
   * @return false if the provider put it off, or a cap forbids it: then it is PLANNED
   */
  boolean send(ReadyTask ready) {
    Intent intent;
    try {
      intent = intend(ready);
    } catch (OverBudgetException others) {
      log.info("{} is not sent: {}", ready.task().name(), others.getMessage());
      return false;
    }
    queue.sent(ready.task());
    Submission outcome = post(intent, ready);
    ready.permit().settle(outcome);
    return record(intent, outcome);
  }

  /** Gives up waiting for the answer: if there is none now, the task is in doubt. */
  void abandon(Task task) {
    Task unanswered = onTheWire.remove(task.id());
    if (unanswered != null) {
      ledger.doubted(unanswered, Cause.because("the run was stopped before the answer came"));
    }
  }

  private Intent intend(ReadyTask ready) {
    try {
      ActiveProvider active = ready.active();
      Intent intent = ledger.intend(ready.task(), active.type(), ready.request());
      journal(intent, active, ready.request());
      return intent;
    } catch (RuntimeException unwritable) {
      ready.permit().release();
      throw unwritable;
    }
  }

  private void journal(Intent intent, ActiveProvider active, Request request) {
    try {
      journal.sent(intent, active.type(), request);
    } catch (RuntimeException unwritable) {
      ledger.putOff(intent.task(), Cause.because("nothing was sent: " + unwritable.getMessage()));
      throw unwritable;
    }
  }

  private Submission post(Intent intent, ReadyTask ready) {
    onTheWire.put(intent.task().id(), intent.task());
    Submission outcome = ready.active().provider().submit(ready.request(), intent.id());
    log.info("{} -> {}: {}", intent.task().name(), ready.active().name(), outcome);
    return outcome;
  }

  private boolean record(Intent intent, Submission outcome) {
    Task task = intent.task();
    journalTicket(intent, outcome);
    if (onTheWire.remove(task.id()) == null) {
      log.warn("the answer for {} came late; the next run takes its ticket up", task.name());
      return true;
    }
    if (outcome instanceof Submission.Accepted accepted) {
      submitted(task, accepted);
    } else if (outcome instanceof Submission.Finished finished) {
      ledger.succeeded(task, finished.outputs(), finished.price(), finished.evidence());
    } else if (outcome instanceof Submission.Refused refused) {
      ledger.refused(task, new Cause(refused.code(), refused.reason(), refused.evidence()));
    } else if (outcome instanceof Submission.NotNow notNow) {
      putOff(intent, new Cause(null, notNow.reason(), notNow.evidence()));
      return false;
    } else if (outcome instanceof Submission.Halt halt) {
      putOff(intent, new Cause(null, halt.reason(), halt.evidence()));
      return false;
    } else if (outcome instanceof Submission.Unknown unknown) {
      ledger.doubted(task, new Cause(null, unknown.reason(), unknown.evidence()));
    }
    return true;
  }

  /** What comes of a ticket that another task has already is not known: it is no second clip. */
  private void submitted(Task task, Submission.Accepted accepted) {
    try {
      ledger.submitted(task, accepted.ticket(), accepted.price(), accepted.evidence());
    } catch (TicketTakenException taken) {
      log.warn("{} is in doubt: {}", task.name(), taken.getMessage());
      ledger.doubted(task, new Cause(null, taken.getMessage(), accepted.evidence()));
    }
  }

  /** First of all, so that it is kept even if the ledger cannot be written. */
  private void journalTicket(Intent intent, Submission outcome) {
    if (outcome instanceof Submission.Accepted accepted) {
      try {
        journal.accepted(intent.id(), accepted.ticket());
      } catch (RuntimeException unwritable) {
        log.warn("the ticket of {} is not in the journal", intent.task().name(), unwritable);
      }
    }
  }

  /** The journal first: of what the ledger does not have it would say that it was sent. */
  private void putOff(Intent intent, Cause cause) {
    journal.putOff(intent.id());
    ledger.putOff(intent.task(), cause);
  }
}
