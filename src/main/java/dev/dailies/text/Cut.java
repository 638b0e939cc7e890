package dev.dailies.text;

/** Shortens texts, and never cuts between the two halves of a surrogate pair. */
public final class Cut {

  private Cut() {}

  /** The text, or its beginning and {@code …}: no more than so many characters as people count. */
  public static String codePoints(String text, int atMost) {
    return text.codePointCount(0, text.length()) <= atMost
        ? text
        : text.substring(0, text.offsetByCodePoints(0, atMost - 1)) + "…";
  }

  /** The text, or its beginning and {@code …}: no more than so many chars as a column counts. */
  public static String chars(String text, int atMost) {
    if (text.length() <= atMost) {
      return text;
    }
    int end = atMost - 1;
    boolean splitsAPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splitsAPair ? end - 1 : end) + "…";
  }
}
