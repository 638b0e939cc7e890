package dev.dailies.report;

import dev.dailies.ledger.TaskState;

/** The states as people see them at a glance. */
enum Kind {
  DELIVERED,
  /** Failed for good: no run changes that by itself. */
  FAILED,
  DOUBT,
  WAITING;

  static Kind of(TaskState state) {
    return switch (state) {
      case DELIVERED -> DELIVERED;
      case REJECTED, FAILED, CANCELLED, LOST, UNDELIVERED -> FAILED;
      case IN_DOUBT -> DOUBT;
      case PLANNED, SUBMITTING, SUBMITTED, SUCCEEDED, WITHDRAWN -> WAITING;
    };
  }
}
