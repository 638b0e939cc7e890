package dev.dailies.ledger.budget;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much may be spent at most.
 *
 * @param provider by the name that rows use; null for all of them together
 * @param most in the measure's unit, 0 or more
 */
public record Cap(@Nullable String provider, Window window, Measure measure, BigDecimal most) {

  /** What is counted. */
  public enum Measure {
    /** US dollars. */
    USD,
    /** Submissions that may have cost money, whatever each costs. */
    TASKS
  }

  public Cap {
    if (most.signum() < 0) {
      throw new IllegalArgumentException("a cap is never negative, was " + most);
    }
  }

  /** True if a submission to the provider counts for it. */
  public boolean isOf(String name) {
    return provider == null || provider.equals(name);
  }

  /** The amount in its unit, as in {@code $50} and {@code 10 tasks}. */
  public String told() {
    return measure == Measure.USD ? CapWords.dollars(most) : CapWords.tasks(most);
  }

  /** What people call it, as in {@code today's budget of $50}. */
  public String name() {
    String of = provider == null ? "" : " for " + provider;
    String budget =
        switch (window) {
          case TOTAL -> "the folder's budget";
          case MONTH -> "this month's budget";
          case DAY -> "today's budget";
          case RUN -> "this run's budget";
        };
    return budget + of + " of " + told();
  }

  /** The setting that says it, below {@code dailies}, as in {@code budget.per-day}. */
  public String setting() {
    String group = provider == null ? "budget." : "providers." + provider + ".budget.";
    String name =
        window == Window.TOTAL ? "total" : "per-" + window.name().toLowerCase(Locale.ROOT);
    return group + name + (measure == Measure.TASKS ? "-tasks" : "");
  }
}
