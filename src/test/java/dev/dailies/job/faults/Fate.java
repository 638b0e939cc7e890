package dev.dailies.job.faults;

import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a fault must lead to: the task's state after the run that met it, why that run stopped, and
 * the state after the next run, at a provider that is well again.
 */
enum Fate {
  /** Certainly not taken: sent again once the provider is well. */
  SENT_LATER("R", TaskState.PLANNED, Kind.UNAVAILABLE, 5, TaskState.DELIVERED),
  /** Certainly not taken, and no other row would fare better. */
  KEY_REFUSED("S", TaskState.PLANNED, Kind.CREDENTIALS, 4, TaskState.DELIVERED),
  ACCOUNT_REFUSED("S", TaskState.PLANNED, Kind.ACCOUNT, 7, TaskState.DELIVERED),
  /** May have been taken: never sent again. */
  DOUBTED("D", TaskState.IN_DOUBT, null, 12, TaskState.IN_DOUBT),
  /** The same, and nothing more is sent to an address that has taken nothing yet. */
  MISDIRECTED("D", TaskState.IN_DOUBT, Kind.ACCOUNT, 12, TaskState.IN_DOUBT),
  /** Certainly not taken, because of this row. */
  REJECTED("F", TaskState.REJECTED, null, 3, TaskState.REJECTED),

  /** Still looked at when the run's patience ended. */
  PARKED("R", TaskState.SUBMITTED, Kind.DEADLINE, 10, TaskState.DELIVERED),
  /** No look was answered, so nobody knows how the task stands. */
  UNSEEN("R", TaskState.SUBMITTED, Kind.UNAVAILABLE, 5, TaskState.DELIVERED),
  /** No look will be answered until somebody acts. */
  LOOKS_NEED_A_KEY("S", TaskState.SUBMITTED, Kind.CREDENTIALS, 4, TaskState.DELIVERED),
  LOOKS_REFUSED("S", TaskState.SUBMITTED, Kind.ACCOUNT, 7, TaskState.DELIVERED),
  /** The provider did not know it for longer than the grace time, and then knew it again. */
  LOST("P", TaskState.LOST, null, 3, TaskState.DELIVERED),
  FAILED("F", TaskState.FAILED, null, 3, TaskState.FAILED),
  CANCELLED("F", TaskState.CANCELLED, null, 3, TaskState.CANCELLED),

  /** Could not be fetched now. */
  FETCHED_LATER("R", TaskState.SUCCEEDED, Kind.UNAVAILABLE, 5, TaskState.DELIVERED),
  /** No clip came in all the time that a run had; the next run tries again by itself. */
  UNDELIVERED("F", TaskState.UNDELIVERED, null, 3, TaskState.DELIVERED),

  /** Nothing came of it: the clip is here. */
  PASSES("-", TaskState.DELIVERED, null, 0, TaskState.DELIVERED);

  private final String letter;
  private final TaskState state;
  private final @Nullable Kind stop;
  private final int exit;
  private final TaskState afterwards;

  Fate(String letter, TaskState state, @Nullable Kind stop, int exit, TaskState afterwards) {
    this.letter = letter;
    this.state = state;
    this.stop = stop;
    this.exit = exit;
    this.afterwards = afterwards;
  }

  /** Its class in the issue's table. */
  String letter() {
    return letter;
  }

  TaskState state() {
    return state;
  }

  @Nullable Kind stop() {
    return stop;
  }

  /** The exit code of a run whose tasks all have this fate. */
  int exit() {
    return exit;
  }

  TaskState afterwards() {
    return afterwards;
  }

  /** True if whatever was sent may have been taken. */
  boolean isDoubt() {
    return state == TaskState.IN_DOUBT;
  }

  /** The exit code of the run after that. */
  int exitAfterwards() {
    return switch (afterwards) {
      case DELIVERED -> 0;
      case IN_DOUBT -> 12;
      default -> 3;
    };
  }
}
