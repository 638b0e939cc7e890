package dev.dailies.report;

import dev.dailies.provider.Shot;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width to height, so that a page keeps room for a clip before it is loaded. */
record Ratio(int width, int height) {

  private static final Ratio USUAL = new Ratio(16, 9);
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4}):([1-9]\\d{0,4})");

  /** As the row asks for it, else 16:9. */
  static Ratio of(Entry entry) {
    Matcher ratio = FORM.matcher(entry.shot().map(Shot::ratio).orElse(""));
    return ratio.matches()
        ? new Ratio(Integer.parseInt(ratio.group(1)), Integer.parseInt(ratio.group(2)))
        : USUAL;
  }

  boolean isUpright() {
    return height > width;
  }
}
