package dev.dailies.text;

import java.util.regex.Pattern;

/** Quotes the words of commands that people copy into a POSIX shell. */
public final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  private ShellWord() {}

  /** The word as a shell takes it: as it is, or in single quotes. */
  public static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
