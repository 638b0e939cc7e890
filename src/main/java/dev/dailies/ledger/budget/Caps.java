package dev.dailies.ledger.budget;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the settings say of money.
 *
 * @param all the caps; empty if there are none
 * @param zone in which days and months begin
 * @param unknownPrice what counts in US dollars for a price that nobody knows; null to send nothing
 *     then under a cap in dollars
 * @param unknownPrices the same by provider, where one has its own
 * @param warn from which share of a cap on people are told of it, 0 to 1
 */
public record Caps(
    List<Cap> all,
    ZoneId zone,
    @Nullable BigDecimal unknownPrice,
    Map<String, BigDecimal> unknownPrices,
    BigDecimal warn) {

  public Caps {
    all = List.copyOf(all);
    unknownPrices = Map.copyOf(unknownPrices);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those that a submission to the provider counts for. */
  List<Cap> of(String provider) {
    return all.stream().filter(cap -> cap.isOf(provider)).toList();
  }

  /** What a price counts as, in US dollars; null where nobody knows, or has said what to count. */
  public @Nullable BigDecimal counted(String provider, @Nullable BigDecimal usd) {
    return usd == null ? unknownPrices.getOrDefault(provider, unknownPrice) : usd;
  }
}
