package dev.dailies.job.poll;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Signal;
import dev.dailies.job.run.Slot;
import dev.dailies.job.run.Stages;
import dev.dailies.job.run.Stages.Stage;
import dev.dailies.job.run.StopReasons;
import dev.dailies.job.run.TimeLimit;
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
  private final Looker looker;
  private final Reconciler reconciler;
  private final Providers providers;
  private final StopReasons stops;
  private final Stages stages;
  private final Signal signal;
  private final TimeLimit timeLimit;
  private final Duration stopTimeout;
  private final UsualTimes usualTimes;
  private final Deque<InFlight> lost = new ArrayDeque<>();
  private final Map<Long, Watch> watches = new HashMap<>();

  private interface HowToWatch {
    Watch watch(
        InFlight flight, ProviderSettings settings, UsualTimes usualTimes, LongSupplier nanoTime);
  }

  PollTasklet(
      OpenTasks tasks,
      Looker looker,
      Reconciler reconciler,
      Providers providers,
      StopReasons stops,
      Stages stages,
      Signal signal,
      TimeLimit timeLimit,
      Duration stopTimeout) {
    this.tasks = tasks;
    this.looker = looker;
    this.reconciler = reconciler;
    this.providers = providers;
    this.stops = stops;
    this.stages = stages;
    this.signal = signal;
    this.timeLimit = timeLimit;
    this.stopTimeout = stopTimeout;
    this.usualTimes = new UsualTimes(provider -> tasks.timesTaken(provider, CLIPS));
  }

  @Override
  public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    watches.clear();
    lost.addAll(tasks.withTicket(TaskState.LOST));
    watchNewOnes(Watch::ofOld);
    while (!stops.isStopped()) {
      long seen = signal.count();
      boolean submitIsOver = stages.isOver(Stage.SUBMIT);
      watchNewOnes(Watch::ofNew);
      parkOverdueOnes();
      Optional<Duration> untilNext = lookAtDueOnes();
      lost.removeIf(this::lookForLostIfSlotIsFree);
      Optional<Duration> untilNextQuestion = reconciler.askDueOnes();
      if (submitIsOver
          && watched().findAny().isEmpty()
          && lost.isEmpty()
          && reconciler.isDone()
          && lanesAreIdle()
          && seen == signal.count()) {
        break;
      }
      stages.checkThatAllBegan(stops);
      signal.await(seen, shortest(untilNext, untilNextQuestion));
    }
    awaitLanes();
    return RepeatStatus.FINISHED;
  }

  private static Duration shortest(Optional<Duration> one, Optional<Duration> other) {
    return Stream.of(one, other, Optional.of(LOOK_AGAIN))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElse(LOOK_AGAIN);
  }

  /** After a stop looks may still be on the wire. Nothing is lost if they are not waited for. */
  private void awaitLanes() {
    long deadline = System.nanoTime() + stopTimeout.toNanos();
    for (Slot slot : providers.inUse()) {
      slot.pollLane().awaitIdle(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }

  /** Returns true if the look was started, or cannot be made. */
  private boolean lookForLostIfSlotIsFree(InFlight flight) {
    Slot slot = slotOf(flight.task()).orElse(null);
    if (slot == null || timeLimit.isOver()) {
      return true;
    }
    boolean free = slot.pollLane().hasFreeSlot();
    if (free) {
      slot.pollLane().execute(() -> looker.lookForLost(flight, slot));
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
    slotOf(flight.task())
        .ifPresent(
            slot ->
                watches.put(
                    flight.task().id(),
                    how.watch(flight, slot.settings(), usualTimes, System::nanoTime)));
  }

  private void parkOverdueOnes() {
    boolean timeIsUp = timeLimit.isOver();
    if (timeIsUp) {
      stops.drainAll(StopReason.of(Kind.DEADLINE, "the time limit of this run is over"));
    }
    watched()
        .filter(watch -> timeIsUp || watch.isOverdue() || looker.isHalted(slot(watch)))
        .forEach(this::park);
  }

  private void park(Watch watch) {
    Slot slot = slot(watch);
    if (looker.isHalted(slot)) {
      watch.park();
    } else if (watch.tryPark()) {
      stops.note(
          StopReason.at(slot.name(), Kind.DEADLINE, "tasks are still running at " + slot.name()));
      drainIfWindowIsFull(slot);
    }
  }

  private void drainIfWindowIsFull(Slot slot) {
    long parked =
        watches.values().stream().filter(w -> w.isParked() && slot(w).equals(slot)).count();
    if (parked >= slot.settings().window()) {
      slot.gate()
          .drain(
              StopReason.at(
                  slot.name(),
                  Kind.DEADLINE,
                  "the window of " + slot.name() + " is full of parked tasks"));
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
        .filter(watch -> slot(watch).pollLane().hasFreeSlot())
        .map(Watch::untilDue)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(wait -> wait.compareTo(BREATH) < 0 ? BREATH : wait);
  }

  private void lookIfSlotIsFree(Watch watch) {
    Slot slot = slot(watch);
    if (slot.pollLane().hasFreeSlot()) {
      watch.startLook();
      slot.pollLane().execute(() -> looker.look(watch, slot));
    }
  }

  private Stream<Watch> watched() {
    return watches.values().stream().filter(watch -> !watch.isParked());
  }

  private boolean lanesAreIdle() {
    return providers.inUse().stream().allMatch(slot -> slot.pollLane().isIdle());
  }

  private Slot slot(Watch watch) {
    return slotOf(watch.flight().task()).orElseThrow();
  }

  private Optional<Slot> slotOf(Task task) {
    return providers.find(Objects.requireNonNull(task.provider()));
  }
}
