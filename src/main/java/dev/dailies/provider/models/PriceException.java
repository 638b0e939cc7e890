package dev.dailies.provider.models;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model costs where something is asked for in a certain way, as clips without sound.
 *
 * @param where the values that it is about, by the name of a column or an option; all must hold
 * @param amount in place of the usual one, for the same unit
 */
record PriceException(Map<String, List<String>> where, BigDecimal amount) {

  PriceException {
    where = Map.copyOf(where);
  }

  /**
   * Reads one of a data file, as {@code {"audio": false, "credits": 20}}; a list of values stands
   * for each of them.
   *
   * @param currency usd or credits: what the usual amount is in
   * @throws IllegalArgumentException if it says no amount, or not what it is about
   */
  static PriceException read(Map<?, ?> written, String currency) {
    Map<String, List<String>> where = new HashMap<>();
    written.forEach(
        (name, value) -> {
          if (!currency.equals(name)) {
            where.put(String.valueOf(name), texts(value));
          }
        });
    Object amount = written.get(currency);
    if (amount == null || where.isEmpty()) {
      throw new IllegalArgumentException(
          "an exception of a price says where it holds and what then, as in {\"audio\": false, \"%s\": 20}"
              .formatted(currency));
    }
    return new PriceException(where, new BigDecimal(String.valueOf(amount)));
  }

  /**
   * True if it is about a shot.
   *
   * @param sent what is sent for it, by the names of columns and options
   */
  boolean holds(Map<String, Object> sent) {
    return where.entrySet().stream()
        .allMatch(one -> one.getValue().contains(String.valueOf(sent.get(one.getKey()))));
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }
}
