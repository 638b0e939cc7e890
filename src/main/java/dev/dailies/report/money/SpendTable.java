package dev.dailies.report.money;

import dev.dailies.ledger.Charge;
import dev.dailies.ledger.Outcome;
import dev.dailies.ledger.Picks.Pick;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Adds up what was spent by day, provider, model and what has become of it. */
public final class SpendTable implements Consumer<Charge> {

  private record Key(LocalDate day, String provider, String model, Outcome outcome) {}

  /**
   * One line of it.
   *
   * @param model empty where none was named
   * @param state of the tasks, or what else has become of the attempts, in lower case
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
  private final Map<Key, Share> shares =
      new TreeMap<>(
          Comparator.comparing(Key::day)
              .thenComparing(Key::provider)
              .thenComparing(Key::model)
              .thenComparing(Key::outcome));

  /**
   * @param zone in which days begin
   */
  public SpendTable(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void accept(Charge charge) {
    if (charge.counts()) {
      Key key =
          new Key(
              charge.sentAt().atZone(zone).toLocalDate(),
              charge.provider(),
              Objects.requireNonNullElse(charge.model(), ""),
              charge.outcome());
      shares.merge(key, new Share(1, charge.cost()), Share::plus);
    }
  }

  /** The last 1,000 lines, by day, provider, model and state: {@code money.csv} has all. */
  public List<Line> lines() {
    return shares.entrySet().stream()
        .skip(Math.max(0, shares.size() - MOST))
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Line line(Key key, Share share) {
    return new Line(
        key.day,
        key.provider,
        key.model,
        key.outcome.word(),
        share.attempts(),
        share.cost().usd(),
        share.cost().unpriced());
  }

  /**
   * The same added up in the ways that people ask for.
   *
   * @param picks what they have said of takes
   */
  public Spend spend(Collection<Pick> picks) {
    return new Spend(
        by(key -> List.of(key.provider, key.model)),
        by(key -> List.of(key.outcome.told())),
        by(key -> List.of(key.day.toString())),
        of(key -> true),
        of(key -> key.outcome.hasNoClip()),
        of(key -> key.outcome.isInDoubt() || key.outcome.equals(Outcome.SETTLED_DOUBT)),
        picks.stream().filter(Pick::isKept).count());
  }

  private List<Spend.Row> by(Function<Key, List<String>> names) {
    Map<List<String>, Share> sums = new TreeMap<>(Comparator.comparing(List::toString));
    shares.forEach((key, share) -> sums.merge(names.apply(key), share, Share::plus));
    return sums.entrySet().stream()
        .map(sum -> new Spend.Row(sum.getKey(), sum.getValue()))
        .toList();
  }

  private Share of(Predicate<Key> keys) {
    return shares.entrySet().stream()
        .filter(entry -> keys.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Share.NONE, Share::plus);
  }
}
