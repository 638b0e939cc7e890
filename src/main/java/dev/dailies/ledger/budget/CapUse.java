package dev.dailies.ledger.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.budget.Cap.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is used of a cap.
 *
 * @param used in the cap's unit: as charged, else as expected, of everything that may have cost
 *     money
 * @param unpriced how many submissions in it have a price that nobody knows, and that counts as
 *     nothing here
 * @param next when its window begins anew; null where that is not a matter of time
 * @param isHigh true if so much is used that people want to be told
 */
public record CapUse(
    Cap cap, BigDecimal used, long unpriced, @Nullable Instant next, boolean isHigh) {

  /** As tools read it. */
  private record Written(
      String setting,
      @Nullable String provider,
      String window,
      String unit,
      BigDecimal most,
      BigDecimal used,
      BigDecimal left,
      long unpriced,
      @Nullable Instant beginsAnew,
      boolean isHigh) {}

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CapUse read(Written written) {
    Cap cap =
        new Cap(
            written.provider,
            Window.valueOf(written.window.toUpperCase(Locale.ROOT)),
            Measure.valueOf(written.unit.toUpperCase(Locale.ROOT)),
            written.most);
    return new CapUse(cap, written.used, written.unpriced, written.beginsAnew, written.isHigh);
  }

  @JsonValue
  Written written() {
    return new Written(
        cap.setting(),
        cap.provider(),
        cap.window().name().toLowerCase(Locale.ROOT),
        cap.measure().name().toLowerCase(Locale.ROOT),
        plain(cap.most()),
        plain(used),
        plain(left()),
        unpriced,
        next,
        isHigh);
  }

  private BigDecimal plain(BigDecimal amount) {
    return cap.measure() == Measure.USD ? Amounts.plain(amount) : amount;
  }

  /** What is left, never less than 0. */
  public BigDecimal left() {
    return cap.most().subtract(used).max(BigDecimal.ZERO);
  }

  /** As in {@code $41.20 of $50 today}. */
  public String told() {
    String amount = cap.measure() == Measure.USD ? CapWords.dollars(used) : used.toPlainString();
    String where = cap.provider() == null ? "" : " at " + cap.provider();
    return amount + " of " + cap.told() + " " + cap.window().when() + where;
  }
}
