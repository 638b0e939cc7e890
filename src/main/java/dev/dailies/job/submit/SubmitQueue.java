package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Task;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which PLANNED task may be sent next: its provider has a free slot, room in its window, and an
 * open gate.
 */
final class SubmitQueue {

  private final OpenTasks tasks;
  private final Plans plans;
  private final Providers providers;
  private final RunControl run;
  private final @Nullable Integer limit;

  /** Handed out and not done with, by provider: not to be handed out a second time. */
  private final Map<String, Set<Long>> handedOut = new HashMap<>();

  /** Left to another run. */
  private final Set<Long> aside = new HashSet<>();

  /** Those of them that do not take a place in the window by the ledger's own count yet. */
  private final Map<String, Set<Long>> untaken = new HashMap<>();

  private final Deque<String> turns = new ArrayDeque<>();
  private long plan;
  private int sent;

  SubmitQueue(
      OpenTasks tasks, Plans plans, Providers providers, RunControl run, @Nullable Integer limit) {
    this.tasks = tasks;
    this.plans = plans;
    this.providers = providers;
    this.run = run;
    this.limit = limit;
  }

  /** Starts over with what the newest plan asks for; with nothing, if it was not admitted. */
  synchronized void open() {
    turns.clear();
    plans
        .newest()
        .filter(Plan::isAdmitted)
        .ifPresent(
            newest -> {
              plan = newest.number();
              turns.addAll(tasks.providersOfPlanned(plan));
            });
  }

  /** Takes the next task; the providers take turns. */
  synchronized Optional<Task> next() {
    if (isLimitReached()) {
      return Optional.empty();
    }
    for (int tries = turns.size(); tries > 0; tries--) {
      String provider = turns.removeFirst();
      turns.addLast(provider);
      Optional<Task> task = nextOf(providers.get(provider));
      if (task.isPresent()) {
        of(handedOut, provider).add(task.get().id());
        of(untaken, provider).add(task.get().id());
        sent++;
        return task;
      }
    }
    return Optional.empty();
  }

  /** True if no task is left that may still be sent in this run. */
  synchronized boolean isExhausted() {
    List<String> left =
        turns.stream()
            .filter(name -> providers.get(name).gate().stopReason().isEmpty())
            .filter(name -> !tasks.planned(name, plan, aside, 1).isEmpty())
            .toList();
    if (!left.isEmpty() && isLimitReached()) {
      run.drain(StopReason.of(Kind.LIMIT, "the limit of " + limit + " submissions is reached"));
    }
    return left.isEmpty();
  }

  /** The ledger no longer has the task as PLANNED. */
  synchronized void taken(Task task, ActiveProvider active) {
    of(untaken, active.name()).remove(task.id());
  }

  /**
   * Nobody is busy with the task any more. Not before that may it be handed out again, though the
   * ledger may have it as PLANNED already.
   */
  synchronized void done(Task task, ActiveProvider active, Sent outcome) {
    of(handedOut, active.name()).remove(task.id());
    of(untaken, active.name()).remove(task.id());
    sent -= outcome == Sent.YES ? 0 : 1;
    if (outcome == Sent.NOT_IN_THIS_RUN) {
      aside.add(task.id());
    }
  }

  private Optional<Task> nextOf(ActiveProvider active) {
    if (active.gate().stopReason().isPresent()
        || !active.submitPool().hasFreeSlot()
        || tasks.inFlightCount(active.name()) + of(untaken, active.name()).size()
            >= active.settings().window()) {
      return Optional.empty();
    }
    Set<Long> except = new HashSet<>(aside);
    except.addAll(of(handedOut, active.name()));
    return tasks.planned(active.name(), plan, except, 1).stream().findFirst();
  }

  private boolean isLimitReached() {
    return limit != null && sent >= limit;
  }

  private static Set<Long> of(Map<String, Set<Long>> tasks, String provider) {
    return tasks.computeIfAbsent(provider, name -> new HashSet<>());
  }
}
