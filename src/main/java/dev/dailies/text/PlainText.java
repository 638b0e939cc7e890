package dev.dailies.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a text fit for a log, a terminal and a report: without what people may not pass on, which
 * is the signatures and passwords of URLs and what data URIs hold.
 */
public final class PlainText {

  /**
   * Any scheme, but no drive of Windows; the slashes may be escaped, as JSON allows. The query and
   * the fragment end before the punctuation that closes a sentence or a quotation.
   */
  private static final Pattern URL =
      Pattern.compile(
          "([a-z][a-z0-9+.-]{1,20}:[/\\\\]{2,4})([^\\s/\\\\?#\"<>]*@)?([^\\s?#\"<>]*)"
              + "([?#][^\\s\"<>]+?(?=[',;:.)\\]]{0,3}(?:[\\s\"<>]|$)))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DATA_URI =
      Pattern.compile("(data:[a-z]+/[^\\s,]{0,100},)[^\\s\"<>]+", Pattern.CASE_INSENSITIVE);

  /** White space, control characters, and marks that turn the direction of the text. */
  private static final Pattern GAP =
      Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

  /** So far behind what is shown nothing is looked at: an answer may have megabytes. */
  private static final int MARGIN = 20_000;

  private PlainText() {}

  /** The text without secrets, with all of its lines; empty for null. */
  public static String withoutSecrets(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return DATA_URI.matcher(URL.matcher(text).replaceAll("$1$3")).replaceAll("$1…");
  }

  /** The text without secrets on one line of no more than so many code points. */
  public static String oneLine(String text, int atMost) {
    return Cut.codePoints(line(text, atMost), atMost);
  }

  /** The same for a column of a table, which counts chars; null for null. */
  public static @Nullable String of(@Nullable String text, int length) {
    return text == null ? null : Cut.chars(line(text, length), length);
  }

  private static String line(String text, int atMost) {
    String seen = beginning(text.stripLeading(), 2L * atMost + MARGIN);
    return GAP.matcher(withoutSecrets(seen)).replaceAll(" ").strip();
  }

  private static String beginning(String text, long most) {
    return text.length() <= most ? text : text.substring(0, (int) most);
  }
}
