package dev.dailies.report;

import dev.dailies.ledger.budget.Cap;
import dev.dailies.ledger.budget.Cap.Measure;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.ledger.budget.Window;
import dev.dailies.report.Moment.Form;
import dev.dailies.report.money.Dollars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cap on the page, and what is used of it. The names are those of the template.
 *
 * @param zone whose clock the page shows
 */
record CapLine(CapUse use, ZoneId zone) {

  private static final BigDecimal BAR = BigDecimal.valueOf(1000);

  /** As in {@code today, runway}. */
  String name() {
    Cap cap = use.cap();
    return when(cap.window()) + (cap.provider() == null ? "" : ", " + cap.provider());
  }

  private static String when(Window window) {
    return switch (window) {
      case RUN -> "this run";
      case DAY -> "today";
      case MONTH -> "this month";
      case TOTAL -> "this folder";
    };
  }

  String used() {
    return amount(use.used());
  }

  String most() {
    return amount(use.cap().most()) + (isMoney() ? "" : " tasks");
  }

  String left() {
    return amount(use.left());
  }

  /** When its window begins anew; null where that is not a matter of time. */
  @Nullable Moment anew() {
    return use.next() == null
        ? null
        : Moment.of(Objects.requireNonNull(use.next()), Form.DAY, zone);
  }

  /** What of the used part has no price; empty if all has. */
  String unknown() {
    return use.unpriced() == 0 ? "" : "+ " + use.unpriced() + " unknown";
  }

  String kind() {
    return use.isHigh() ? "high" : "low";
  }

  /** The used part of the bar, in thousandths. */
  long width() {
    BigDecimal most = use.cap().most();
    return most.signum() == 0
        ? BAR.longValue()
        : use.used().multiply(BAR).divide(most, RoundingMode.DOWN).min(BAR).longValue();
  }

  private String amount(BigDecimal amount) {
    return isMoney() ? Dollars.text(amount) : amount.toPlainString();
  }

  private boolean isMoney() {
    return use.cap().measure() == Measure.USD;
  }
}
