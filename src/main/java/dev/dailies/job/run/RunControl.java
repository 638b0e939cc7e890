package dev.dailies.job.run;

import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;

/**
 * What the steps of a run tell each other: why it sends nothing more, that something has changed,
 * how far the parallel steps have come, and whether its time is up.
 */
public final class RunControl {

  /** Longest wait for a change: the time limit and a step that never begins raise no signal. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final ChangeSignal signal = new ChangeSignal();
  private final StopReasons reasons = new StopReasons(signal);
  private final ParallelSteps steps = new ParallelSteps(signal);
  private final TimeLimit timeLimit;
  private final Duration stopTimeout;
  private final Lookout lookout;

  /**
   * Begins a run: its time starts now.
   *
   * @param timeLimit how long the run may take; null for as long as it needs
   * @param stopTimeout how long a stopped run waits for answers
   */
  public RunControl(@Nullable Duration timeLimit, Duration stopTimeout) {
    this(timeLimit, stopTimeout, Optional::empty);
  }

  /**
   * The same for a run that may lose its output folder to another.
   *
   * @param taken why the run is no longer alone there; empty while it is
   */
  RunControl(
      @Nullable Duration timeLimit, Duration stopTimeout, Supplier<Optional<StopReason>> taken) {
    this.timeLimit = new TimeLimit(timeLimit);
    this.stopTimeout = stopTimeout;
    this.lookout = new Lookout(taken);
  }

  /** Ends submitting to all providers. What is paid for is still polled and fetched. */
  public void drain(StopReason reason) {
    reasons.drain(reason);
  }

  /** Ends every loop. */
  public void stop(StopReason reason) {
    reasons.stop(reason);
  }

  /** Notes why something is not done any more, where who says so ends it itself. */
  public void note(StopReason reason) {
    reasons.note(reason);
  }

  public boolean isDrained() {
    return reasons.isDrained();
  }

  public boolean isStopped() {
    return reasons.isStopped();
  }

  /** All reasons so far, in the order in which they came. */
  public List<StopReason> stopReasons() {
    return reasons.all();
  }

  /** Wakes all loops that wait for a change. */
  public void changed() {
    signal.raise();
  }

  /** How many changes there have been: taken before a turn, and waited with after it. */
  public long changes() {
    return signal.count();
  }

  /** Waits until there has been a change since {@code seen}, but not for long. */
  public void awaitChange(long seen) {
    awaitChange(seen, LONGEST_WAIT);
  }

  /**
   * The loop of a step: takes a turn, and another after each change, until nothing is left or the
   * run is stopped.
   *
   * @param turn starts what is due; says how long until more is, unless a change comes first
   * @param isDone asked after each turn, and believed if there was no change meanwhile
   */
  public void loop(Supplier<Optional<Duration>> turn, BooleanSupplier isDone) {
    while (!isStopped()) {
      long seen = changes();
      Optional<Duration> untilDue = turn.get();
      if (isDone.getAsBoolean() && seen == changes()) {
        return;
      }
      awaitChange(seen, untilDue.orElse(LONGEST_WAIT));
    }
  }

  /** Waits for a change, but no longer than the given time. */
  void awaitChange(long seen, Duration atMost) {
    steps.checkThatAllBegan(reasons);
    lookout.look(reasons);
    signal.await(seen, atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT);
  }

  public boolean isOver(ParallelStep step) {
    return steps.isOver(step);
  }

  /** Follows one of the parallel steps: the others learn when it begins, ends, and fails. */
  public StepExecutionListener follow(ParallelStep step) {
    return new ParallelStepListener(step, steps, stopIfItFails());
  }

  /** Stops the run if the step that is listened to fails. */
  public StepExecutionListener stopIfItFails() {
    return new StepFailureListener(reasons);
  }

  /** Tells the download step that nothing is submitted or polled beside it. */
  public JobExecutionListener downloadAlone() {
    return new FetchListener(steps);
  }

  /** True once the run has taken as long as it may. */
  public boolean isTimeUp() {
    return timeLimit.isOver();
  }

  /** Ends submitting if the run has taken as long as it may. */
  public void drainIfTimeIsUp() {
    if (isTimeUp()) {
      drain(StopReason.of(Kind.DEADLINE, timeLimit.told()));
    }
  }

  /** How long a stopped run waits for answers. */
  public Duration stopTimeout() {
    return stopTimeout;
  }
}
