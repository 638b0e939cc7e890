package dev.dailies.provider.runway;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runway's failure codes: an open set, dot-separated, classed by the longest prefix that is known.
 * By Runway's page "Task failures".
 */
public final class FailureCode {

  private static final Map<String, Boolean> RETRYABLE =
      Map.of(
          "SAFETY", false,
          "INPUT_PREPROCESSING.SAFETY", false,
          "INPUT_PREPROCESSING.INTERNAL", true,
          "ASSET.INVALID", false,
          "INTERNAL", true,
          "THIRD_PARTY.UNAVAILABLE", true);

  private FailureCode() {}

  /** True if the same request, paid again, may succeed. Without a code nobody knows: false. */
  public static boolean isRetryable(@Nullable String code) {
    if (code == null) {
      return false;
    }
    String dotted = code.strip().toUpperCase(Locale.ROOT) + ".";
    return RETRYABLE.keySet().stream()
        .filter(prefix -> dotted.startsWith(prefix + "."))
        .max(Comparator.comparing(String::length))
        .map(RETRYABLE::get)
        .orElse(false);
  }
}
