package dev.dailies.manifest.workbook;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads texts that may have many fonts. */
final class RichText {

  /** How Excel writes what XML cannot hold, and an underscore that would look like it. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** The text of the element that has just begun; how it is pronounced is no part of it. */
  static String of(Part part, String element) {
    StringBuilder text = new StringBuilder();
    boolean spoken = false;
    while (part.next() && !part.ends(element)) {
      spoken = part.begins("rPh") || (spoken && !part.ends("rPh"));
      if (part.begins("t")) {
        String run = part.text();
        text.append(spoken ? "" : run);
      }
    }
    return plain(text.toString());
  }

  /** A text without Excel's way to write what XML cannot hold. */
  static String plain(String text) {
    return ESCAPED.matcher(text).replaceAll(RichText::character);
  }

  private static String character(MatchResult escaped) {
    char one = (char) Integer.parseInt(escaped.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(one));
  }
}
