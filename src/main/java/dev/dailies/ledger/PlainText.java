package dev.dailies.ledger;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what a provider said fit for a log, a terminal and a report. */
final class PlainText {

  /** The slashes may be escaped, as JSON allows. */
  private static final Pattern QUERY =
      Pattern.compile(
          "(https?:[/\\\\]{2,4}[^\\s?\"'<>]*)\\?[^\\s\"'<>]*", Pattern.CASE_INSENSITIVE);

  /** Control characters, line separators, and marks that change the direction of the text. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

  /** How much of a text is read, as a multiple of its final length. */
  private static final int LOOK = 10;

  private PlainText() {}

  /** On one line, without the signed part of URLs, and no longer than {@code length}. */
  static @Nullable String of(@Nullable String text, int length) {
    if (text == null) {
      return null;
    }
    String start = cut(text, length * LOOK);
    String line = CONTROL.matcher(QUERY.matcher(start).replaceAll("$1")).replaceAll(" ").strip();
    return line.length() <= length ? line : cut(line, length - 1) + "…";
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean halfCharacter = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, halfCharacter ? length - 1 : length);
  }
}
