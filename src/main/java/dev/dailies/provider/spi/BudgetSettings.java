package dev.dailies.provider.spi;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much may be spent, below {@code dailies.budget} for all providers together, and below {@code
 * dailies.providers.<name>.budget} for one. Amounts are US dollars; null is no cap.
 *
 * @param perRun in one run
 * @param perDay from midnight to midnight in the budget's time zone
 * @param perMonth in one month of the calendar there
 * @param total in all runs of the folder
 * @param perRunTasks the same as a number of submissions that may cost money
 * @param unknownPrice what counts for a task whose price nobody knows; null to send none under a
 *     cap in dollars
 */
public record BudgetSettings(
    @Nullable String perRun,
    @Nullable String perDay,
    @Nullable String perMonth,
    @Nullable String total,
    @Nullable Integer perRunTasks,
    @Nullable Integer perDayTasks,
    @Nullable Integer perMonthTasks,
    @Nullable Integer totalTasks,
    @Nullable String unknownPrice) {

  public BudgetSettings {
    check("per-run", perRun);
    check("per-day", perDay);
    check("per-month", perMonth);
    check("total", total);
    check("unknown-price", unknownPrice);
    check("per-run-tasks", perRunTasks);
    check("per-day-tasks", perDayTasks);
    check("per-month-tasks", perMonthTasks);
    check("total-tasks", totalTasks);
  }

  /** Reads an amount of dollars, as in {@code 20}, {@code 0.50} and {@code $20}. */
  public static BigDecimal dollars(String text) {
    String number =
        text.strip()
            .toUpperCase(Locale.ROOT)
            .replaceFirst("^\\$\\s*", "")
            .replaceFirst("\\s*USD$", "");
    return new BigDecimal(number);
  }

  private static void check(String name, @Nullable String amount) {
    if (amount != null && !isAmount(amount)) {
      throw new IllegalArgumentException(
          name + " must be an amount of dollars, as in 20 or 0.50, was " + amount);
    }
  }

  /** True if it is an amount of dollars, 0 or more. */
  public static boolean isAmount(String text) {
    try {
      return dollars(text).signum() >= 0;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  private static void check(String name, @Nullable Integer tasks) {
    if (tasks != null && tasks < 0) {
      throw new IllegalArgumentException(name + " must be 0 or more, was " + tasks);
    }
  }
}
