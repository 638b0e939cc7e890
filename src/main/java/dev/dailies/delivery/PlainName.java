package dev.dailies.delivery;

import dev.dailies.files.ReservedNames;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/** Turns any text into what every system takes for the name of a file. */
final class PlainName {

  /** Letters, their marks and digits of all scripts; what is not seen is none of them. */
  private static final Pattern STRANGE =
      Pattern.compile(
          "[^\\p{L}\\p{M}\\p{N}._-]+|[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164"
              + "\\ufe00-\\ufe0f\\uffa0\\x{e0000}-\\x{e0fff}]+");

  private static final Pattern LONE_MARK = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{M}+");

  /** Windows drops dots at the end; a dot in front hides a file, a dash looks like a flag. */
  private static final Pattern EDGES = Pattern.compile("^[-. ]+|[-. ]+$");

  private PlainName() {}

  /** A word of a name, in Unicode form NFC: what cannot stand in one becomes a dash. */
  static String word(String text) {
    String dashed = STRANGE.matcher(Normalizer.normalize(text, Form.NFC)).replaceAll("-");
    String word = LONE_MARK.matcher(dashed).replaceAll("").replaceAll("-{2,}", "-");
    return trim(Normalizer.normalize(word, Form.NFC));
  }

  /** The first so many characters of a word. */
  static String cut(String word, int characters) {
    int count = word.codePointCount(0, word.length());
    return count <= characters
        ? word
        : trim(word.substring(0, word.offsetByCodePoints(0, characters)));
  }

  /**
   * A name of at most so many bytes in UTF-8, and none that is taken on some system.
   *
   * @param name made of words
   */
  static String of(String name, int bytes) {
    String whole = trim(Normalizer.normalize(name, Form.NFC));
    int end = 0;
    int size = 0;
    while (end < whole.length()) {
      String character = Character.toString(whole.codePointAt(end));
      size += character.getBytes(StandardCharsets.UTF_8).length;
      if (size > bytes) {
        break;
      }
      end += character.length();
    }
    String fitting = trim(whole.substring(0, end));
    boolean taken = ReservedNames.isDevice(fitting) || ReservedNames.isOurs(fitting);
    return taken ? "_" + fitting : fitting;
  }

  private static String trim(String name) {
    return EDGES.matcher(name).replaceAll("");
  }
}
