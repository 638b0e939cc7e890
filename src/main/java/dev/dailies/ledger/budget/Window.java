package dev.dailies.ledger.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What span of time a cap is for, by when its submissions were intended. */
public enum Window {
  /** Everything that was ever sent from the folder. */
  TOTAL,
  MONTH,
  DAY,
  /** One run, with those that it goes on for: a process that was killed ends no run. */
  RUN;

  /** As in {@code today}, to follow an amount. */
  String when() {
    return switch (this) {
      case TOTAL -> "in this folder";
      case MONTH -> "this month";
      case DAY -> "today";
      case RUN -> "in this run";
    };
  }

  boolean holds(Spending.Slot slot, LocalDate today) {
    return switch (this) {
      case TOTAL -> true;
      case MONTH ->
          slot.day().getYear() == today.getYear() && slot.day().getMonth() == today.getMonth();
      case DAY -> slot.day().equals(today);
      case RUN -> slot.ofRun();
    };
  }

  /** When the next one begins; null where that is not a matter of time. */
  @Nullable Instant next(LocalDate today, ZoneId zone) {
    return switch (this) {
      case TOTAL, RUN -> null;
      case MONTH -> today.withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant();
      case DAY -> today.plusDays(1).atStartOfDay(zone).toInstant();
    };
  }
}
