package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Returns;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which PLANNED task of a provider may be sent next: there is room in the provider's window and
 * below every cap, its gate is open, and no other lane has taken the task.
 */
final class SubmitQueue {

  /** Where one task is set aside, thousands may follow. */
  private static final int PAGE = 500;

  private final OpenTasks tasks;
  private final Selection selection;
  private final Providers providers;
  private final RunControl run;
  private final Returns returns;
  private final SendLimits limits;

  /** Taken and not done with, by provider. */
  private final Map<String, Map<Long, Task>> taken = new HashMap<>();

  /** Those of them that the ledger has as SUBMITTING, and counts itself. */
  private final Set<Long> counted = new HashSet<>();

  /** Left to another run. */
  private final Set<Long> aside = new HashSet<>();

  SubmitQueue(
      OpenTasks tasks,
      Selection selection,
      Providers providers,
      RunControl run,
      Returns returns,
      SendLimits limits) {
    this.returns = returns;
    this.tasks = tasks;
    this.selection = selection;
    this.providers = providers;
    this.run = run;
    this.limits = limits;
  }

  /**
   * Starts over with what the newest plan asks for; with nothing, if it was not admitted.
   *
   * @return by provider, how many of its tasks may be sent at once; at least one of each
   */
  synchronized Map<String, Integer> open() {
    Map<String, Integer> atOnce = new LinkedHashMap<>();
    selection.begin(run).forEach(name -> atOnce.put(name, atOnce(name)));
    limits.unapproved().ifPresent(run::drain);
    if (selection.isOpen()) {
      tasks.providersOfWatched().stream()
          .filter(this::sendsLostAgain)
          .forEach(name -> atOnce.putIfAbsent(name, 1));
    }
    return atOnce;
  }

  private boolean sendsLostAgain(String provider) {
    return providers
        .findQuietly(provider)
        .filter(active -> active.provider().sendsLostAgain())
        .isPresent();
  }

  private int atOnce(String provider) {
    int most = providers.get(provider).settings().submitConcurrency();
    return selection.next(provider, aside, most).size();
  }

  /** Takes the next task of the provider, so that no other lane does. */
  synchronized Optional<Task> take(String provider) {
    ActiveProvider active = providers.get(provider);
    if (limits.isCountReached() || active.gate().stopReason().isPresent() || isWindowFull(active)) {
      return Optional.empty();
    }
    Optional<Task> next = next(provider);
    next.ifPresent(
        task -> {
          takenOf(provider).put(task.id(), task);
          limits.took();
        });
    return next;
  }

  /** The first that is not taken, unless a cap forbids it. */
  private Optional<Task> next(String provider) {
    List<Task> some = untaken(provider, 1);
    while (!some.isEmpty()) {
      for (Task task : some) {
        Optional<CapStop> stop = stop(task);
        if (stop.filter(CapStop::isOfThisTaskOnly).isEmpty()) {
          return stop.isPresent() ? Optional.empty() : Optional.of(task);
        }
        aside.add(task.id());
        stop.ifPresent(one -> run.note(one.reason()));
      }
      some = untaken(provider, PAGE);
    }
    return Optional.empty();
  }

  private List<Task> untaken(String provider, int most) {
    Set<Long> except = new HashSet<>(aside);
    except.addAll(takenOf(provider).keySet());
    return selection.next(provider, except, most);
  }

  private Optional<CapStop> stop(Task task) {
    return limits.stop(task, pending(), providers.get(provider(task)));
  }

  /** What is taken, and the ledger does not count yet. */
  private List<Task> pending() {
    return taken.values().stream()
        .flatMap(tasks -> tasks.values().stream())
        .filter(task -> !counted.contains(task.id()))
        .toList();
  }

  /** True if no task of the provider is taken and not done with. */
  synchronized boolean isIdle(String provider) {
    return takenOf(provider).isEmpty();
  }

  /**
   * True if a task that is watched may yet be planned again by itself. Asked before what is left.
   */
  boolean mayComeBack(String provider) {
    return providers.get(provider).gate().stopReason().isEmpty()
        && sendsLostAgain(provider)
        && !returns.areOver(tasks.submitted(provider));
  }

  /** True if no task of the provider is left that may still be sent in this run. */
  synchronized boolean isExhausted(String provider) {
    Optional<Task> next = selection.next(provider, aside, 1).stream().findFirst();
    if (providers.get(provider).gate().stopReason().isPresent() || next.isEmpty()) {
      return true;
    }
    boolean isIdle = taken.values().stream().allMatch(Map::isEmpty);
    if (isIdle) {
      limits.countReached().ifPresent(run::drain);
    }
    return next.flatMap(this::stop).filter(stop -> endsBy(stop, isIdle)).isPresent();
  }

  /** What is out may leave room for another: then nothing has ended. */
  private boolean endsBy(CapStop stop, boolean isIdle) {
    if (stop.isOfThisProviderOnly()) {
      run.note(stop.reason());
      return true;
    }
    if (isIdle && !stop.isOfThisTaskOnly()) {
      run.drain(stop.reason());
    }
    return false;
  }

  /** The ledger has the task as SUBMITTING, so it counts it in the window itself. */
  synchronized void sent(Task task) {
    counted.add(task.id());
  }

  /** The task was sent, and its outcome is in the ledger. */
  void done(Task task) {
    release(task, 0);
  }

  /**
   * Nothing came of it: the task may be taken again, if the ledger has it as PLANNED. Not before
   * this, though the ledger may have it so already.
   */
  void giveBack(Task task) {
    release(task, 1);
  }

  /** Leaves the task to another run. */
  synchronized void setAside(Task task) {
    aside.add(task.id());
  }

  private void release(Task task, int unsent) {
    synchronized (this) {
      takenOf(provider(task)).remove(task.id());
      counted.remove(task.id());
      limits.gaveBack(unsent);
    }
    run.changed();
  }

  private boolean isWindowFull(ActiveProvider active) {
    long uncounted =
        takenOf(active.name()).keySet().stream().filter(id -> !counted.contains(id)).count();
    return tasks.inFlightCount(active.name()) + uncounted >= active.settings().window();
  }

  private Map<Long, Task> takenOf(String provider) {
    return taken.computeIfAbsent(provider, name -> new HashMap<>());
  }

  private static String provider(Task task) {
    return Objects.requireNonNull(task.provider());
  }
}
