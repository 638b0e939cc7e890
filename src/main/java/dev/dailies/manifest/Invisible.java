package dev.dailies.manifest;

/** Knows the characters that nobody sees, and of which spreadsheets and web pages leave some. */
public final class Invisible {

  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int WORD_JOINER = 0x2060;

  private Invisible() {}

  /** The text without the spaces at its ends, of any width, those that do not break among them. */
  public static String strip(String text) {
    return strip(text, false);
  }

  /** A name or a number without anything unseen at its ends, such as marks of direction. */
  public static String stripAll(String text) {
    return strip(text, true);
  }

  /** True if there is nothing to see. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(Invisible::isUnseen);
  }

  private static String strip(String text, boolean all) {
    if (isBlank(text)) {
      return "";
    }
    int start = 0;
    int end = text.length();
    while (isOff(text.codePointAt(start), all)) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (isOff(text.codePointBefore(end), all)) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean isOff(int codePoint, boolean all) {
    return all ? isUnseen(codePoint) : isSpace(codePoint);
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == BYTE_ORDER_MARK
        || codePoint == ZERO_WIDTH_SPACE
        || codePoint == WORD_JOINER;
  }

  private static boolean isUnseen(int codePoint) {
    return isSpace(codePoint)
        || Character.getType(codePoint) == Character.FORMAT
        || isFiller(codePoint);
  }

  /** Letters, marks and symbols that are drawn as nothing. */
  private static boolean isFiller(int codePoint) {
    return switch (codePoint) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    };
  }
}
