package dev.dailies.cli;

/** Colours for a terminal; where there are none, text stays as it is. */
enum Paint {
  COLOURS,
  NONE;

  /** What people may ask for. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  /**
   * Colours where a person has asked for them, or watches and has not asked for none.
   *
   * @param noColor the variable {@code NO_COLOR}, as no-color.org has it: empty says nothing
   */
  static Paint of(When when, boolean isTerminal, String noColor) {
    boolean wanted = when == When.ALWAYS || (isTerminal && noColor.isEmpty());
    return wanted && when != When.NEVER ? COLOURS : NONE;
  }

  String good(String text) {
    return in("32", text);
  }

  String bad(String text) {
    return in("31", text);
  }

  String busy(String text) {
    return in("33", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  String strong(String text) {
    return in("1", text);
  }

  private String in(String code, String text) {
    return this == NONE || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
