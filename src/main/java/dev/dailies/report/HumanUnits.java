package dev.dailies.report;

import java.time.Duration;
import java.util.Locale;

/** Sizes and times as people say them. */
public final class HumanUnits {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private HumanUnits() {}

  /** In decimal units, as file managers show it: {@code 38.2 MB}. */
  public static String size(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 999.95 && unit < UNITS.length - 1) {
      amount /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
  }

  /** The two largest units: {@code 4 h 31 min}. */
  static String span(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }
}
