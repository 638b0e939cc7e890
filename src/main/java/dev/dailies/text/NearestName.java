package dev.dailies.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant by a name that does not exist. */
public final class NearestName {

  private NearestName() {}

  /** The name with the fewest letters to change; empty if none is near. */
  public static Optional<String> to(String word, Collection<String> names) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> isNear(wanted, name))
        .min(Comparator.comparing(name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
  }

  /**
   * True if a word is a name with a slip of the finger in it: a letter more, less or other, or two
   * that have changed places; of a long name two such. Short names are too near to other words.
   */
  public static boolean isSlip(String word, String name) {
    int length = name.length();
    if (length < 5 || Math.abs(word.length() - length) > 2) {
      return false;
    }
    int most = length < 10 ? 1 : 2;
    return distance(word, name) <= most || isSwapped(word, name);
  }

  private static boolean isSwapped(String word, String name) {
    int last = word.length() == name.length() ? name.length() - 1 : 0;
    for (int i = 0; i < last; i++) {
      String swapped = name.substring(0, i) + name.charAt(i + 1) + name.charAt(i);
      if (word.equals(swapped + name.substring(i + 2))) {
        return true;
      }
    }
    return false;
  }

  /** As in {@code ; did you mean limit?}; empty if none is near. */
  public static String hint(String word, Collection<String> names) {
    return hint(word, names, "");
  }

  /**
   * The same.
   *
   * @param otherwise if none is near
   */
  public static String hint(String word, Collection<String> names, String otherwise) {
    return to(word, names).map(near -> "; did you mean " + near + "?").orElse(otherwise);
  }

  private static boolean isNear(String word, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean inside = lower.length() > 3 && word.contains(lower);
    boolean near = distance(word, lower) <= Math.max(1, lower.length() / 3);
    return inside || near || isSwapped(word, lower);
  }

  /** Levenshtein's: letters to insert, delete or replace. */
  private static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
