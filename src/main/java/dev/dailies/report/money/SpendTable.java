package dev.dailies.report.money;

import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Charge;
import dev.dailies.ledger.TaskState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Adds up what was spent by day, provider, model and what has become of it. */
public final class SpendTable implements Consumer<Charge> {

  private record Key(LocalDate day, String provider, String model, TaskState state) {}

  private record Sum(long attempts, BigDecimal usd, long unpriced) {

    Sum plus(Sum other) {
      return new Sum(attempts + other.attempts, usd.add(other.usd), unpriced + other.unpriced);
    }
  }

  /**
   * One line of it.
   *
   * @param model empty where none was named
   * @param state of the tasks, in lower case
   * @param attempts how many may have cost money
   * @param usd what they have cost, in US dollars
   * @param unpriced how many of them have a price that nobody knows
   */
  public record Line(
      LocalDate day,
      String provider,
      String model,
      String state,
      long attempts,
      BigDecimal usd,
      long unpriced) {}

  private static final int MOST = 1_000;

  private final ZoneId zone;
  private final Map<Key, Sum> sums =
      new TreeMap<>(
          Comparator.comparing(Key::day)
              .thenComparing(Key::provider)
              .thenComparing(Key::model)
              .thenComparing(Key::state));

  /**
   * @param zone in which days begin
   */
  public SpendTable(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void accept(Charge charge) {
    if (charge.counts()) {
      BigDecimal spent = charge.spent();
      Key key =
          new Key(
              charge.sentAt().atZone(zone).toLocalDate(),
              charge.provider(),
              Objects.requireNonNullElse(charge.model(), ""),
              charge.state());
      Sum one = spent == null ? new Sum(1, BigDecimal.ZERO, 1) : new Sum(1, spent, 0);
      sums.merge(key, one, Sum::plus);
    }
  }

  /** The last 1,000 lines, by day, provider, model and state: {@code money.csv} has all. */
  public List<Line> lines() {
    return sums.entrySet().stream()
        .skip(Math.max(0, sums.size() - MOST))
        .map(
            entry ->
                new Line(
                    entry.getKey().day,
                    entry.getKey().provider,
                    entry.getKey().model,
                    entry.getKey().state.name().toLowerCase(Locale.ROOT),
                    entry.getValue().attempts,
                    Amounts.plain(entry.getValue().usd),
                    entry.getValue().unpriced))
        .toList();
  }
}
