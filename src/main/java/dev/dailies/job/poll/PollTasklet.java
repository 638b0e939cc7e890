package dev.dailies.job.poll;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Agenda;
import dev.dailies.job.run.ParallelStep;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Returns;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.WorkerPool;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Polls every SUBMITTED task until the provider has said what became of it, or until this run has
 * watched it for long enough: then the task is parked for the next run.
 */
final class PollTasklet implements Tasklet {

  /** From how many clips of a provider its usual times are taken when a run begins. */
  private static final int CLIPS = 200;

  private final OpenTasks tasks;
  private final TaskPoller poller;
  private final Reconciler reconciler;
  private final Providers providers;
  private final Returns returns;
  private final RunControl run;
  private final UsualTimes usualTimes;
  private final Deque<InFlight> lost = new ArrayDeque<>();
  private final Agenda<Watch> watches = new Agenda<>(Watch::timer, this::poolOf);

  private interface HowToWatch {
    Watch watch(
        InFlight flight, ProviderSettings settings, UsualTimes usualTimes, LongSupplier nanoTime);
  }

  PollTasklet(
      OpenTasks tasks,
      TaskPoller poller,
      Reconciler reconciler,
      Providers providers,
      Returns returns,
      RunControl run) {
    this.returns = returns;
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
    run.loop(this::pollDueOnes, this::isDone);
    awaitPolls();
    tellOfParkedOnes();
    return RepeatStatus.FINISHED;
  }

  private Optional<Duration> pollDueOnes() {
    watchNewOnes(Watch::ofNew);
    parkOverdueOnes();
    Optional<Duration> untilNextPoll = watches.startDue(watch -> poller.poll(watch, active(watch)));
    lost.removeIf(this::pollLostIfSlotIsFree);
    if (lost.isEmpty()) {
      returns.formerOnesAreSeen();
    }
    return Stream.of(untilNextPoll, reconciler.askDueOnes())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private boolean isDone() {
    return run.isOver(ParallelStep.SUBMIT)
        && watches.open().findAny().isEmpty()
        && lost.isEmpty()
        && reconciler.isDone()
        && providers.inUse().stream().allMatch(active -> active.pollPool().isIdle());
  }

  /** After a stop, polls may still be on the wire. Nothing is lost if they are not waited for. */
  private void awaitPolls() {
    long deadline = System.nanoTime() + run.stopTimeout().toNanos();
    for (ActiveProvider active : providers.inUse()) {
      active.pollPool().awaitIdle(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }

  /** Returns true if the poll was started, or cannot be made. */
  private boolean pollLostIfSlotIsFree(InFlight flight) {
    ActiveProvider active = activeOf(flight.task()).orElse(null);
    if (active == null || run.isTimeUp()) {
      return true;
    }
    boolean free = active.pollPool().hasFreeSlot();
    if (free) {
      returns.begin(flight.task().id());
      active.pollPool().execute(() -> pollLost(flight, active));
    }
    return free;
  }

  private void pollLost(InFlight flight, ActiveProvider active) {
    try {
      poller.pollLost(flight, active);
    } finally {
      returns.end(flight.task().id());
      run.changed();
    }
  }

  private void watchNewOnes(HowToWatch how) {
    watches.follow(
        tasks.idsIn(TaskState.SUBMITTED),
        id -> tasks.inFlight(id).flatMap(flight -> watch(flight, how)));
  }

  private Optional<Watch> watch(InFlight flight, HowToWatch how) {
    return activeOf(flight.task())
        .map(active -> how.watch(flight, active.settings(), usualTimes, System::nanoTime));
  }

  private void parkOverdueOnes() {
    boolean timeIsUp = run.isTimeUp();
    run.drainIfTimeIsUp();
    watches
        .open()
        .filter(watch -> timeIsUp || watch.isOverdue() || poller.isHalted(active(watch)))
        .forEach(this::park);
  }

  private void park(Watch watch) {
    ActiveProvider active = active(watch);
    if (poller.isHalted(active)) {
      watch.park();
    } else if (watch.tryPark()) {
      returns.park(watch.flight().task().id());
      drainIfDoorIsClosed(watch, active);
      drainIfWindowIsFull(active);
    }
  }

  /** It was closed for as long as this run watches a task: one more would fare no better. */
  private static void drainIfDoorIsClosed(Watch watch, ActiveProvider active) {
    if (watch.isOutOfSight() && active.gate().isHeld()) {
      Parked.reasons(active, List.of(watch)).forEach(active.gate()::drain);
    }
  }

  private void drainIfWindowIsFull(ActiveProvider active) {
    List<Watch> parked =
        watches.all().filter(watch -> watch.isParked() && active(watch).equals(active)).toList();
    if (parked.size() >= active.settings().window()) {
      boolean unseen = parked.stream().allMatch(Watch::isOutOfSight);
      active
          .gate()
          .drain(
              StopReason.at(
                  active.name(),
                  unseen ? Kind.UNAVAILABLE : Kind.DEADLINE,
                  "the window of " + active.name() + " is full of tasks that this run has left"));
    }
  }

  /** Of a provider that lets nobody look it was said why. */
  private void tellOfParkedOnes() {
    Map<ActiveProvider, List<Watch>> parked =
        watches
            .all()
            .filter(watch -> watch.isParked() && !poller.isHalted(active(watch)))
            .collect(Collectors.groupingBy(this::active));
    parked.forEach((active, left) -> Parked.reasons(active, left).forEach(run::note));
  }

  private WorkerPool poolOf(Watch watch) {
    return active(watch).pollPool();
  }

  private ActiveProvider active(Watch watch) {
    return activeOf(watch.flight().task()).orElseThrow();
  }

  private Optional<ActiveProvider> activeOf(Task task) {
    return providers.find(Objects.requireNonNull(task.provider()));
  }
}
