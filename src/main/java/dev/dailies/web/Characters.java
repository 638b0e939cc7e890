package dev.dailies.web;

import java.nio.charset.StandardCharsets;

/** Puts the characters of an address into the form in which they are sent. */
final class Characters {

  /** What neither a path nor a query may hold as it is. */
  private static final String TO_ENCODE = " \"<>\\^`{|}[]";

  private Characters() {}

  /** Without white space at its ends, and without line breaks and tabs anywhere. */
  static String cleaned(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end).replaceAll("[\\t\\n\\r]", "");
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c) || c == '\ufeff';
  }

  /** With a percent sign and its bytes in UTF-8 for every character that cannot be sent. */
  static String encoded(String text) {
    StringBuilder sent = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(c, sent));
    return sent.toString();
  }

  private static void append(int c, StringBuilder sent) {
    if (c > ' ' && c < 0x7f && TO_ENCODE.indexOf(c) < 0) {
      sent.appendCodePoint(c);
      return;
    }
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      sent.append('%').append(hex(b >> 4)).append(hex(b));
    }
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit & 0xf, 16));
  }
}
