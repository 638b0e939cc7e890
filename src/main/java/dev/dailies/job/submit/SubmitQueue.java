package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Returns;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Task;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.text.Count;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which PLANNED task of a provider may be sent next: there is room in the provider's window, its
 * gate is open, and no other lane has taken the task.
 */
final class SubmitQueue {

  private final OpenTasks tasks;
  private final Plans plans;
  private final Providers providers;
  private final RunControl run;
  private final Returns returns;
  private final @Nullable Integer limit;

  /** Taken and not done with, by provider. True once the ledger counts it in the window. */
  private final Map<String, Map<Long, Boolean>> taken = new HashMap<>();

  /** Left to another run. */
  private final Set<Long> aside = new HashSet<>();

  private long plan;
  private int sent;

  SubmitQueue(
      OpenTasks tasks,
      Plans plans,
      Providers providers,
      RunControl run,
      Returns returns,
      @Nullable Integer limit) {
    this.returns = returns;
    this.tasks = tasks;
    this.plans = plans;
    this.providers = providers;
    this.run = run;
    this.limit = limit;
  }

  /**
   * Starts over with what the newest plan asks for; with nothing, if it was not admitted.
   *
   * @return by provider, how many of its tasks may be sent at once; at least one of each
   */
  synchronized Map<String, Integer> open() {
    Map<String, Integer> atOnce = new LinkedHashMap<>();
    plans
        .newest()
        .filter(Plan::isAdmitted)
        .ifPresent(
            newest -> {
              plan = newest.number();
              tasks.providersOfPlanned(plan).forEach(name -> atOnce.put(name, atOnce(name)));
              tasks.providersOfWatched().stream()
                  .filter(this::sendsLostAgain)
                  .forEach(name -> atOnce.putIfAbsent(name, 1));
            });
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
    return tasks.planned(provider, plan, aside, most).size();
  }

  /** Takes the next task of the provider, so that no other lane does. */
  synchronized Optional<Task> take(String provider) {
    ActiveProvider active = providers.get(provider);
    if (isLimitReached() || active.gate().stopReason().isPresent() || isWindowFull(active)) {
      return Optional.empty();
    }
    Set<Long> except = new HashSet<>(aside);
    except.addAll(takenOf(provider).keySet());
    Optional<Task> next = tasks.planned(provider, plan, except, 1).stream().findFirst();
    next.ifPresent(
        task -> {
          takenOf(provider).put(task.id(), false);
          sent++;
        });
    return next;
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
    if (providers.get(provider).gate().stopReason().isPresent()
        || tasks.planned(provider, plan, aside, 1).isEmpty()) {
      return true;
    }
    Integer most = limit;
    if (most != null && sent >= most && taken.values().stream().allMatch(Map::isEmpty)) {
      String submissions = Count.of(most, "submission");
      run.drain(StopReason.of(Kind.LIMIT, "the limit of " + submissions + " is reached"));
    }
    return false;
  }

  /** The ledger has the task as SUBMITTING, so it counts it in the window itself. */
  synchronized void sent(Task task) {
    takenOf(provider(task)).replace(task.id(), true);
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
      sent -= unsent;
    }
    run.changed();
  }

  private boolean isWindowFull(ActiveProvider active) {
    long uncounted = takenOf(active.name()).values().stream().filter(counted -> !counted).count();
    return tasks.inFlightCount(active.name()) + uncounted >= active.settings().window();
  }

  private boolean isLimitReached() {
    return limit != null && sent >= limit;
  }

  private Map<Long, Boolean> takenOf(String provider) {
    return taken.computeIfAbsent(provider, name -> new HashMap<>());
  }

  private static String provider(Task task) {
    return Objects.requireNonNull(task.provider());
  }
}
