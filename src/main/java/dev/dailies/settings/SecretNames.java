package dev.dailies.settings;

import java.util.regex.Pattern;

/** Which settings hold what is nobody's business: headers, keys, passwords. */
public final class SecretNames {

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)dailies\\.(?:.*[.\\[]headers\\b.*|.*(?:key|secret|token|password|proxy)[^.]*|ledger-?url)");

  private static final Pattern OPEN = Pattern.compile("(?i).*-?file|.*no-?proxy");

  private SecretNames() {}

  /** True for the full name of a setting whose value must not be shown or written down. */
  public static boolean isSecret(String name) {
    return SECRET.matcher(name).matches() && !OPEN.matcher(name).matches();
  }
}
