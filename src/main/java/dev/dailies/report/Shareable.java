package dev.dailies.report;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what people may not pass on: the signatures and passwords of URLs, and what
 * data URIs hold.
 */
public final class Shareable {

  private static final Pattern URL =
      Pattern.compile(
          "([a-z][a-z0-9+.-]{0,20}://)([^\\s/?#\"<>]*@)?([^\\s?#\"<>]*)([?#][^\\s\"<>]+)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DATA_URI =
      Pattern.compile("(data:[a-z]+/[^\\s,]{0,100},)[^\\s\"<>]+", Pattern.CASE_INSENSITIVE);

  private Shareable() {}

  /** The text without them; empty for null. */
  public static String text(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return DATA_URI.matcher(URL.matcher(text).replaceAll("$1$3")).replaceAll("$1…");
  }
}
