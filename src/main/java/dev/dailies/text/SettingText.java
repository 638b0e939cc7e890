package dev.dailies.text;

import java.time.Duration;

/** Writes values as people write them in settings. */
public final class SettingText {

  private static final String[] SIZES = {"TB", "GB", "MB", "KB"};
  private static final int STEP = 1_024;

  private SettingText() {}

  /** As in {@code 10s}, {@code 90s}, {@code 45m}, {@code 6h}: in the largest unit that is exact. */
  public static String of(Duration time) {
    if (time.isZero() || time.toNanosPart() % 1_000_000 != 0) {
      return time.isZero() ? "0s" : time.toNanos() + "ns";
    }
    if (time.toMillisPart() != 0) {
      return time.toMillis() + "ms";
    }
    long seconds = time.toSeconds();
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
  }

  /** As in {@code 500MB}: in the largest unit that is exact. */
  public static String ofBytes(long bytes) {
    long unit = (long) STEP * STEP * STEP * STEP;
    for (String name : SIZES) {
      if (bytes != 0 && bytes % unit == 0) {
        return bytes / unit + name;
      }
      unit /= STEP;
    }
    return bytes + "B";
  }
}
