package dev.dailies.cli;

import dev.dailies.settings.SecretNames;

/** Flags whose values are nobody's business, wherever a command is shown. */
final class SecretFlags {

  private SecretFlags() {}

  /** The word as it was typed, but for a value that may be secret. */
  static String hidden(String word) {
    int equals = word.indexOf('=');
    boolean isSecret =
        word.startsWith("--") && equals > 0 && SecretNames.isSecret(word.substring(2, equals));
    return isSecret ? word.substring(0, equals + 1) + "***" : word;
  }
}
