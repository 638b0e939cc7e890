package dev.dailies.job.poll;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.ParallelStep;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.InFlight;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.spi.ProviderSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Watches every SUBMITTED task until the provider has said what became of it, or until this run has
 * watched for long enough: then the task is parked for the next run.
 */
final class PollTasklet implements Tasklet {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration BREATH = Duration.ofMillis(5);

  /** From how many clips of a provider its usual times are taken when a run begins. */
  private static final int CLIPS = 200;

  private final OpenTasks tasks;
  private final TaskPoller poller;
  private final Reconciler reconciler;
  private final Providers providers;
  private final RunControl run;
  private final UsualTimes usualTimes;
  private final Deque<InFlight> lost = new ArrayDeque<>();
  private final Map<Long, Watch> watches = new HashMap<>();

  private interface HowToWatch {
    Watch watch(
        InFlight flight, ProviderSettings settings, UsualTimes usualTimes, LongSupplier nanoTime);
  }

  PollTasklet(
      OpenTasks tasks,
      TaskPoller poller,
      Reconciler reconciler,
      Providers providers,
      RunControl run) {
    this.tasks = tasks;
    this.poller = poller;
    this.reconciler = reconciler;
    this.providers = providers;
    this.run = run;
    this.usualTimes = new UsualTimes(provider -> tasks.timesTaken(provider, CLIPS));
  }

  @Override
  public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    watches.clear();
    lost.addAll(tasks.withTicket(TaskState.LOST));
    watchNewOnes(Watch::ofOld);
    while (!run.isStopped()) {
      long seen = run.changes();
      boolean submitIsOver = run.isOver(ParallelStep.SUBMIT);
      watchNewOnes(Watch::ofNew);
      parkOverdueOnes();
      Optional<Duration> untilNext = lookAtDueOnes();
      lost.removeIf(this::lookForLostIfSlotIsFree);
      Optional<Duration> untilNextQuestion = reconciler.askDueOnes();
      if (submitIsOver
          && watched().findAny().isEmpty()
          && lost.isEmpty()
          && reconciler.isDone()
          && poolsAreIdle()
          && seen == run.changes()) {
        break;
      }
      run.awaitChange(seen, shortest(untilNext, untilNextQuestion));
    }
    awaitPools();
    return RepeatStatus.FINISHED;
  }

  private static Duration shortest(Optional<Duration> one, Optional<Duration> other) {
    return Stream.of(one, other, Optional.of(LOOK_AGAIN))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElse(LOOK_AGAIN);
  }

  /** After a stop looks may still be on the wire. Nothing is lost if they are not waited for. */
  private void awaitPools() {
    long deadline = System.nanoTime() + run.stopTimeout().toNanos();
    for (ActiveProvider active : providers.inUse()) {
      active.pollPool().awaitIdle(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }

  /** Returns true if the look was started, or cannot be made. */
  private boolean lookForLostIfSlotIsFree(InFlight flight) {
    ActiveProvider active = activeOf(flight.task()).orElse(null);
    if (active == null || run.isTimeUp()) {
      return true;
    }
    boolean free = active.pollPool().hasFreeSlot();
    if (free) {
      active.pollPool().execute(() -> poller.lookForLost(flight, active));
    }
    return free;
  }

  /** Follows the ledger: takes up what is SUBMITTED now, forgets what is not. */
  private void watchNewOnes(HowToWatch how) {
    Set<Long> submitted = tasks.idsIn(TaskState.SUBMITTED);
    watches.keySet().retainAll(submitted);
    for (Long id : submitted) {
      if (!watches.containsKey(id)) {
        tasks.inFlight(id).ifPresent(flight -> watch(flight, how));
      }
    }
  }

  private void watch(InFlight flight, HowToWatch how) {
    activeOf(flight.task())
        .ifPresent(
            active ->
                watches.put(
                    flight.task().id(),
                    how.watch(flight, active.settings(), usualTimes, System::nanoTime)));
  }

  private void parkOverdueOnes() {
    boolean timeIsUp = run.isTimeUp();
    if (timeIsUp) {
      run.drain(StopReason.of(Kind.DEADLINE, "the time limit of this run is over"));
    }
    watched()
        .filter(watch -> timeIsUp || watch.isOverdue() || poller.isHalted(active(watch)))
        .forEach(this::park);
  }

  private void park(Watch watch) {
    ActiveProvider active = active(watch);
    if (poller.isHalted(active)) {
      watch.park();
    } else if (watch.tryPark()) {
      run.note(
          StopReason.at(
              active.name(), Kind.DEADLINE, "tasks are still running at " + active.name()));
      drainIfWindowIsFull(active);
    }
  }

  private void drainIfWindowIsFull(ActiveProvider active) {
    long parked =
        watches.values().stream().filter(w -> w.isParked() && active(w).equals(active)).count();
    if (parked >= active.settings().window()) {
      active
          .gate()
          .drain(
              StopReason.at(
                  active.name(),
                  Kind.DEADLINE,
                  "the window of " + active.name() + " is full of parked tasks"));
    }
  }

  /**
   * Starts the looks that are due and have a slot; says how long until the next one is. One that
   * waits for a slot does not count: the signal is raised when a slot is free again.
   */
  private Optional<Duration> lookAtDueOnes() {
    watched()
        .filter(Watch::isDue)
        .sorted(Comparator.comparingLong(Watch::due))
        .forEach(this::lookIfSlotIsFree);
    return watched()
        .filter(watch -> active(watch).pollPool().hasFreeSlot())
        .map(Watch::untilDue)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(wait -> wait.compareTo(BREATH) < 0 ? BREATH : wait);
  }

  private void lookIfSlotIsFree(Watch watch) {
    ActiveProvider active = active(watch);
    if (active.pollPool().hasFreeSlot()) {
      watch.startLook();
      active.pollPool().execute(() -> poller.look(watch, active));
    }
  }

  private Stream<Watch> watched() {
    return watches.values().stream().filter(watch -> !watch.isParked());
  }

  private boolean poolsAreIdle() {
    return providers.inUse().stream().allMatch(active -> active.pollPool().isIdle());
  }

  private ActiveProvider active(Watch watch) {
    return activeOf(watch.flight().task()).orElseThrow();
  }

  private Optional<ActiveProvider> activeOf(Task task) {
    return providers.find(Objects.requireNonNull(task.provider()));
  }
}
