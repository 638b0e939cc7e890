package dev.dailies.report;

import java.util.Locale;

/** Sizes as people say them. */
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
}
