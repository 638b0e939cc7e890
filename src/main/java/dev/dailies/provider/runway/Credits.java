package dev.dailies.provider.runway;

import dev.dailies.provider.Price;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runway's money: a credit is one US cent, by the introduction of its OpenAPI document. */
final class Credits {

  private static final BigDecimal USD = new BigDecimal("0.01");

  /** More than that nobody means. */
  static final double MOST = 1e9;

  private Credits() {}

  /** What so many credits are worth, in US dollars. */
  static BigDecimal usd(BigDecimal credits) {
    return credits.multiply(USD);
  }

  /** The price that {@code {"credits":n}} says; null if there is none, or none that makes sense. */
  static @Nullable Price in(JsonNode cost) {
    return of(cost.path("credits"));
  }

  /** The same of a number of credits alone. */
  static @Nullable Price of(JsonNode credits) {
    boolean meant = credits.isNumber() && credits.asDouble() >= 0 && credits.asDouble() <= MOST;
    return meant ? new Price(usd(credits.decimalValue())) : null;
  }
}
