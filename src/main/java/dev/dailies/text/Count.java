package dev.dailies.text;

/** Writes how many of something there are. */
public final class Count {

  private Count() {}

  /**
   * As in {@code 1 row} and {@code 2 rows}.
   *
   * @param what what is counted, in the singular
   */
  public static String of(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
