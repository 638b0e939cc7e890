package dev.dailies.job.poll;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.InFlight;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.Task;
import dev.dailies.pacing.Gate;
import dev.dailies.pacing.Lasting;
import dev.dailies.pacing.StopReason;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Progress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls one task once, and writes down what the provider says. A failed poll never fails a task.
 */
final class TaskPoller {

  private static final Logger log = LoggerFactory.getLogger(TaskPoller.class);

  /** How often a provider may call a task finished without giving a result. */
  private static final int EMPTY_HANDED = 5;

  /** What a look is for. */
  static final String SIGHT = "cannot see the tasks at";

  private final Ledger ledger;
  private final LostTasks lostTasks;
  private final RunControl run;
  private final Map<String, Lasting> lockouts = new ConcurrentHashMap<>();
  private final Set<String> halted = ConcurrentHashMap.newKeySet();

  TaskPoller(Ledger ledger, LostTasks lostTasks, RunControl run) {
    this.ledger = ledger;
    this.lostTasks = lostTasks;
    this.run = run;
  }

  /** Polls a task that is SUBMITTED. */
  void poll(Watch watch, ActiveProvider active) {
    active.pollPacer().await(run::isStopped);
    if (run.isStopped() || isHalted(active)) {
      watch.skipPoll();
      return;
    }
    Progress progress = active.provider().poll(watch.flight().attempt());
    log.debug("{}: {}", watch.flight().task().name(), progress);
    if (progress instanceof Progress.Unreadable unreadable) {
      failed(watch, unreadable.reason(), unreadable.retryAfter(), active);
    } else if (progress instanceof Progress.Halt halt) {
      refused(watch, halt, active);
    } else {
      active.troubles().passed(SIGHT, watch.address());
      lockout(active).passed();
      active.gate().letGo();
      record(progress, active, watch);
    }
  }

  /** Returns how long it is until the next look. */
  private static Duration failed(
      Watch watch, String why, @Nullable Duration retryAfter, ActiveProvider active) {
    log.warn("cannot see how {} is doing: {}", watch.flight().task().name(), why);
    Duration wait = watch.failed(retryAfter);
    active.troubles().failed(SIGHT, watch.address(), why, wait, watch.givesUp());
    return wait;
  }

  /**
   * The address and the key have worked, since there is a ticket: a refusal is believed once it
   * lasts, and a web page never. Without a key that can be sent nothing was asked at all.
   */
  private void refused(Watch watch, Progress.Halt halt, ActiveProvider active) {
    boolean asked = halt.evidence().httpStatus() != null || halt.cause() != HaltCause.CREDENTIALS;
    if (asked && (halt.evidence().isPage() || !lockout(active).again())) {
      // What would be in the way of a shot, too: and then it were in doubt.
      Duration wait = failed(watch, halt.reason(), null, active);
      active.gate().hold(wait.plus(active.settings().requestTimeout()));
      return;
    }
    watch.park();
    halted.add(active.name());
    StopReason reason = StopReason.at(active.name(), Gate.kindOf(halt.cause()), halt.reason());
    // Nobody could watch what is sent now; and no poll would ever make room in the window.
    active.gate().drain(reason);
    run.note(reason);
  }

  private Lasting lockout(ActiveProvider active) {
    return lockouts.computeIfAbsent(
        active.name(),
        name -> new Lasting(active.settings().pollInterval().multipliedBy(5), System::nanoTime));
  }

  /** True once the provider will answer no poll at all in this run. */
  boolean isHalted(ActiveProvider active) {
    return halted.contains(active.name());
  }

  /** Polls a task that is LOST: if the provider knows it again, it is SUBMITTED again. */
  void pollLost(InFlight flight, ActiveProvider active) {
    active.pollPacer().await(run::isStopped);
    if (run.isStopped() || isHalted(active)) {
      return;
    }
    Progress progress = active.provider().poll(flight.attempt());
    boolean notSeen =
        progress instanceof Progress.NotVisible
            || progress instanceof Progress.Unreadable
            || progress instanceof Progress.Halt;
    if (!notSeen) {
      log.info("{} was lost and is seen again: {}", flight.task().name(), progress);
      ledger.found(flight.task(), progress.evidence());
    } else if (progress instanceof Progress.NotVisible) {
      lostTasks.settleLost(flight, active, progress.evidence());
    }
  }

  private void record(Progress progress, ActiveProvider active, Watch watch) {
    Task task = watch.flight().task();
    if (progress instanceof Progress.Waiting waiting) {
      watch.seen(waiting.status());
    } else if (progress instanceof Progress.Running) {
      watch.seen("");
    } else if (progress instanceof Progress.NotVisible notVisible) {
      if (watch.unseenForTooLong()) {
        lostTasks.settle(watch.flight(), active, notVisible.evidence());
      }
    } else if (progress instanceof Progress.Succeeded succeeded) {
      succeeded(task, succeeded, watch);
    } else if (progress instanceof Progress.Failed failed) {
      ledger.failed(
          task,
          failed.price(),
          failed.retryable(),
          new Cause(failed.code(), failed.reason(), failed.evidence()));
    } else if (progress instanceof Progress.Cancelled cancelled) {
      ledger.cancelled(
          task,
          cancelled.price(),
          new Cause("CANCELLED", cancelled.reason(), cancelled.evidence()));
    }
  }

  /** A task without a result is asked again; in the end it is left to the download, as it is. */
  private void succeeded(Task task, Progress.Succeeded succeeded, Watch watch) {
    if (!succeeded.outputs().isEmpty() || watch.emptyHandedFor(EMPTY_HANDED)) {
      ledger.succeeded(
          task,
          succeeded.outputs(),
          succeeded.price(),
          succeeded.evidence(),
          watch.finished().orElse(null));
    }
  }
}
