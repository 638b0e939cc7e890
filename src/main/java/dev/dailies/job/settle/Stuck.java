package dev.dailies.job.settle;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.LastWaits;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.pacing.Wait;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which tasks in flight a person may wait for no longer: a run would have left them by now, or
 * nobody can see them.
 */
final class Stuck {

  /** A single failed look is an accident. */
  private static final int TRIES = 3;

  private final Providers providers;
  private final LastWaits waits;
  private final Clock clock;

  Stuck(Providers providers, LastWaits waits, Clock clock) {
    this.providers = providers;
    this.waits = waits;
    this.clock = clock;
  }

  static boolean isInFlight(TaskView view) {
    return view.task().state() == TaskState.SUBMITTED;
  }

  boolean is(TaskView view) {
    SentAttempt attempt = view.attempt();
    return isInFlight(view)
        && attempt != null
        && (isOverdue(attempt) || lastWait(view).isPresent());
  }

  /** Why the last run could not see a task in flight, or not send one; empty if it could. */
  Optional<Wait> lastWait(TaskView view) {
    SentAttempt attempt = view.attempt();
    return switch (view.task().state()) {
      case SUBMITTED ->
          attempt == null
              ? Optional.empty()
              : lastWait(attempt.provider(), attempt.request().baseUrl());
      case PLANNED -> lastWait(view.task().provider(), null);
      default -> Optional.empty();
    };
  }

  private Optional<Wait> lastWait(@Nullable String provider, @Nullable String address) {
    return waits.ofTheNewestRun().stream()
        .filter(wait -> wait.tries() >= TRIES)
        .filter(wait -> wait.provider().equals(provider))
        .filter(wait -> Objects.equals(wait.address(), address))
        .findFirst();
  }

  /** Also where the settings no longer name the provider, or its address: nobody watches it. */
  private boolean isOverdue(SentAttempt attempt) {
    Optional<ActiveProvider> active = providers.findQuietly(attempt.provider());
    Instant taken = Objects.requireNonNullElse(attempt.acceptedAt(), attempt.intendedAt());
    return active.isEmpty()
        || !active.get().provider().stillNames(attempt.request().baseUrl())
        || taken.plus(active.get().settings().deadline()).isBefore(clock.instant());
  }
}
