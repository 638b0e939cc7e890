package dev.dailies.cli;

import java.util.List;
import java.util.regex.Pattern;

/** Flags whose values are nobody's business, wherever a command is shown: headers, passwords. */
final class SecretFlags {

  private static final List<Pattern> SECRET =
      List.of(
          Pattern.compile("(?is)(--dailies\\.[^=]*[.\\[]headers\\b[^=]*=).*"),
          Pattern.compile("(?is)(--dailies\\.[^=]*(?:key|secret|token|password|proxy)[^=.]*=).*"),
          Pattern.compile("(?is)(--dailies\\.ledger-?url=).*"));

  private static final Pattern FILE = Pattern.compile("(?is)--dailies\\.[^=]*-?file=.*");

  private SecretFlags() {}

  /** The word as it was typed, but for a value that may be secret. */
  static String hidden(String word) {
    if (FILE.matcher(word).matches()) {
      return word;
    }
    String shown = word;
    for (Pattern secret : SECRET) {
      shown = secret.matcher(shown).replaceFirst("$1***");
    }
    return shown;
  }
}
