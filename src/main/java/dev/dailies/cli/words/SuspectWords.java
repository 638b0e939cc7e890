package dev.dailies.cli.words;

import dev.dailies.job.reconcile.Suspect;
import dev.dailies.report.money.Dollars;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What is told of a task that may explain a difference. */
final class SuspectWords {

  private SuspectWords() {}

  /** As in {@code in doubt; counts as $0.25 here, and may never have been taken}. */
  static String told(Suspect suspect, String provider) {
    String counts = "counts as " + counted(suspect) + " here";
    return switch (suspect.why()) {
      case IN_DOUBT -> "in doubt; " + counts + ", and may never have been taken";
      case SETTLED_DOUBT ->
          "settled by you while it was in doubt; " + counts + ", and may never have been taken";
      case NEVER_TAKEN ->
          "said never to have been taken; counts as nothing here, and may have cost "
              + usd(suspect.charge().expected());
      case LOST -> "lost; " + counts;
      case AT_THE_PROVIDER -> "still at " + provider + "; " + counts;
      case PRICE_NOT_TOLD, PRICE_TOLD ->
          suspect.charge().outcome().told() + "; " + counts + says(suspect, provider);
    };
  }

  private static String says(Suspect suspect, String provider) {
    return ", and "
        + provider
        + Optional.ofNullable(suspect.told())
            .map(told -> " says " + Dollars.text(told))
            .orElse(" has not said what it cost");
  }

  private static String counted(Suspect suspect) {
    return usd(suspect.counted());
  }

  private static String usd(@Nullable BigDecimal usd) {
    return usd == null ? "an unknown price" : Dollars.text(usd);
  }

  /**
   * The one command to type about it.
   *
   * @param line the words to type for a command and its arguments
   */
  static String next(Suspect suspect, BinaryOperator<String> line) {
    String task = suspect.charge().task();
    return switch (suspect.why()) {
      case IN_DOUBT -> line.apply("resolve", task);
      case AT_THE_PROVIDER -> line.apply("run", "");
      case SETTLED_DOUBT, NEVER_TAKEN, LOST, PRICE_NOT_TOLD, PRICE_TOLD ->
          line.apply("explain", task);
    };
  }
}
