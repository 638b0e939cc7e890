package dev.dailies.settings;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for all caps, below {@code dailies.budget}.
 *
 * @param timeZone in which days and months begin, as in {@code Europe/Berlin}
 * @param warn from which share of a cap on a run says how much is used, as in {@code 80%}
 */
public record BudgetRules(@DefaultValue("UTC") String timeZone, @DefaultValue("80%") String warn) {

  public BudgetRules {
    if (!isZone(timeZone)) {
      throw new IllegalArgumentException(
          "time-zone must be one, as in UTC or Europe/Berlin, was " + timeZone);
    }
    if (share(warn) == null) {
      throw new IllegalArgumentException("warn must be a share, as in 80%, was " + warn);
    }
  }

  ZoneId zone() {
    return ZoneId.of(timeZone.strip());
  }

  BigDecimal warnShare() {
    BigDecimal share = share(warn);
    return share == null ? BigDecimal.ONE : share;
  }

  private static boolean isZone(String text) {
    try {
      ZoneId.of(text.strip());
      return true;
    } catch (DateTimeException unknown) {
      return false;
    }
  }

  private static @Nullable BigDecimal share(String text) {
    try {
      BigDecimal percent = new BigDecimal(text.strip().replaceFirst("\\s*%$", ""));
      boolean isShare = text.strip().endsWith("%") && percent.signum() > 0;
      return isShare ? percent.movePointLeft(2) : null;
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }
}
