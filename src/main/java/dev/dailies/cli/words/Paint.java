package dev.dailies.cli.words;

/** Colours for a terminal; where there are none, text stays as it is. */
public enum Paint {
  COLOURS,
  NONE;

  /** What people may ask for. */
  public enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  /**
   * Colours where a person has asked for them, or watches and has not asked for none.
   *
   * @param noColor the variable {@code NO_COLOR}, as no-color.org has it: empty says nothing
   */
  public static Paint of(When when, boolean isTerminal, String noColor) {
    boolean wanted = when == When.ALWAYS || (isTerminal && noColor.isEmpty());
    return wanted && when != When.NEVER ? COLOURS : NONE;
  }

  /** Text of what went well. */
  public String good(String text) {
    return in("32", text);
  }

  /** Text of what went wrong. */
  public String bad(String text) {
    return in("31", text);
  }

  /** Text of what is under way. */
  public String busy(String text) {
    return in("33", text);
  }

  /** Text that matters less. */
  public String faint(String text) {
    return in("2", text);
  }

  String strong(String text) {
    return in("1", text);
  }

  private String in(String code, String text) {
    return this == NONE || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
