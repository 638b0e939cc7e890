package dev.dailies.cli.words;

import dev.dailies.report.money.Dollars;
import dev.dailies.simulator.money.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a simulator has charged. */
public final class ChargedText {

  private ChargedText() {}

  /**
   * As in {@code Charged $3.13 as runway, $0.64 as cometapi; nobody has paid it.}; empty if nothing
   * was charged.
   *
   * @param accounts by provider
   */
  public static Optional<String> of(Map<String, Statement> accounts) {
    String charged =
        accounts.entrySet().stream()
            .filter(account -> account.getValue().tasks() > 0)
            .map(account -> Dollars.text(account.getValue().spentUsd()) + " as " + account.getKey())
            .collect(Collectors.joining(", "));
    return charged.isEmpty()
        ? Optional.empty()
        : Optional.of("Charged " + charged + "; nobody has paid it.");
  }
}
