package dev.dailies.provider.models;

import dev.dailies.provider.Problem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Says of a price that nobody has looked at it for long. */
final class OldPrice {

  private static final int DAYS = 90;

  private OldPrice() {}

  static Optional<Problem> of(ModelFacts facts, LocalDate today) {
    return Optional.ofNullable(facts.price())
        .map(ModelPrice::checked)
        .filter(checked -> checked.plusDays(DAYS).isBefore(today))
        .map(
            checked ->
                Problem.warning(
                    "model",
                    null,
                    "the price of %s is %d days old"
                        .formatted(facts.model(), ChronoUnit.DAYS.between(checked, today)),
                    "compare it with the provider's page; prices.%s corrects it"
                        .formatted(facts.model())));
  }
}
