package dev.dailies.ledger;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what a provider said fit for a log, a terminal and a report. */
final class PlainText {

  private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?\"'<>]*)\\?[^\\s\"'<>]*");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private PlainText() {}

  /** On one line, without the signed part of URLs, and no longer than {@code length}. */
  static @Nullable String of(@Nullable String text, int length) {
    if (text == null) {
      return null;
    }
    String line = CONTROL.matcher(QUERY.matcher(text).replaceAll("$1")).replaceAll(" ").strip();
    return line.length() <= length ? line : line.substring(0, length - 1) + "…";
  }
}
