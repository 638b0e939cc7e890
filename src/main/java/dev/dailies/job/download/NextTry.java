package dev.dailies.job.download;

import dev.dailies.delivery.Downloaded;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Task;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Decides when this run comes back to a task whose files did not all come, and whether it does. */
final class NextTry {

  /** What a try is for. */
  private static final String FETCH = "cannot fetch files of";

  private final Providers providers;
  private final RunControl run;

  NextTry(Providers providers, RunControl run) {
    this.providers = providers;
    this.run = run;
  }

  /**
   * Plans the next try, or leaves the task to the next run as it is.
   *
   * @return false if this run has tried for long enough, and something is to be said of the task
   */
  boolean isLeftOpen(Setback setback, Delivery delivery) {
    if (!setback.passing().isEmpty() && !delivery.isQuick()) {
      tryAgainOrLeave(setback, delivery);
      tell(setback, delivery);
      return true;
    }
    Optional<Duration> pause = delivery.refused(setback.needsAPerson());
    pause.ifPresent(delivery::tryIn);
    tell(setback, delivery);
    return pause.isPresent();
  }

  private void tryAgainOrLeave(Setback setback, Delivery delivery) {
    // Where the provider is no longer in the settings, nobody can be asked for fresh links.
    Duration patience =
        active(setback.task()).map(active -> active.settings().giveUpAfter()).orElse(Duration.ZERO);
    Duration wait = setback.longestWait();
    if (delivery.trouble(setback.gained()).plus(wait).compareTo(patience) < 0) {
      delivery.tryAgain(wait);
      return;
    }
    delivery.giveUp();
    run.note(
        StopReason.at(
            provider(setback.task()),
            Kind.UNAVAILABLE,
            "clips cannot be fetched now: "
                + withoutKey(setback.task(), setback.passing().get(0).reason())));
  }

  /** People see why a clip is late. */
  private void tell(Setback setback, Delivery delivery) {
    Task task = setback.task();
    String why = String.valueOf(setback.cause(delivery, text -> withoutKey(task, text)).reason());
    delivery
        .timer()
        .untilDue()
        .ifPresent(
            next ->
                active(task)
                    .ifPresent(
                        active -> active.troubles().failed(FETCH, active.name(), why, next)));
  }

  /** What failed for one task may go well for the others. */
  void hasEnded(Task task) {
    active(task).ifPresent(active -> active.troubles().passed(FETCH, active.name()));
  }

  /** No other download would fare better. */
  void stop(Downloaded.StorageFailed storage, Delivery delivery) {
    delivery.giveUp();
    run.stop(StopReason.of(storage.isFull() ? Kind.DISK_FULL : Kind.FAILURE, storage.reason()));
  }

  /** A reason may quote the file, and a careless server may have put the key into that. */
  String withoutKey(Task task, String text) {
    return active(task).map(active -> active.key().redact(text)).orElse(text);
  }

  private Optional<ActiveProvider> active(Task task) {
    return providers.find(provider(task));
  }

  private static String provider(Task task) {
    return Objects.requireNonNull(task.provider());
  }
}
