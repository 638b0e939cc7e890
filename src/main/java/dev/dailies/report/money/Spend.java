package dev.dailies.report.money;

import dev.dailies.ledger.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was spent from a folder, added up in the ways that people ask for; of what is in doubt, what
 * it may have cost.
 *
 * @param models by provider and model; an empty model where none was named
 * @param outcomes by what has become of it
 * @param days by day, the earliest first
 * @param all everything that counts as spent
 * @param noClip what of it has brought no clip
 * @param inDoubt what of it nobody knows to have been paid: in doubt, or settled so by a person
 * @param kept how many clips people have kept
 */
public record Spend(
    List<Row> models,
    List<Row> outcomes,
    List<Row> days,
    Share all,
    Share noClip,
    Share inDoubt,
    long kept) {

  private static final int MOST_MODELS = 20;
  private static final int MOST_DAYS = 14;

  /** Some of it, by its name or names. */
  public record Row(List<String> names, Share share) {}

  /** The dearest models, and what the others come to. */
  public List<Row> dearestModels() {
    return shortened(dearestFirst(models), MOST_MODELS, List.of("all others", ""));
  }

  /** All of {@link #outcomes}, the dearest first. */
  public List<Row> dearestOutcomes() {
    return dearestFirst(outcomes);
  }

  private static List<Row> dearestFirst(List<Row> rows) {
    Comparator<Row> byPrice = Comparator.comparing(row -> row.share().cost().usd());
    return rows.stream().sorted(byPrice.reversed()).toList();
  }

  /** The last fourteen days, the newest first, and what the days before them come to. */
  public List<Row> lastDays() {
    List<Row> newest = new ArrayList<>(days);
    newest.sort(Comparator.comparing((Row row) -> row.names().get(0)).reversed());
    return shortened(newest, MOST_DAYS, List.of("before"));
  }

  private static List<Row> shortened(List<Row> rows, int most, List<String> rest) {
    if (rows.size() <= most) {
      return rows;
    }
    Share others = rows.stream().skip(most).map(Row::share).reduce(Share.NONE, Share::plus);
    return Stream.concat(rows.stream().limit(most), Stream.of(new Row(rest, others))).toList();
  }

  /** What is known to be spent: all but what is in doubt. */
  public Cost certain() {
    return all.cost().since(inDoubt.cost());
  }

  /**
   * What each clip that people have kept has cost, with all that was spent beside it; in US
   * dollars, to the cent. Where prices are missing it is at least that. Empty if none is kept, or
   * no price is known.
   */
  public Optional<BigDecimal> perKeptClip() {
    return kept == 0 || isUnknown()
        ? Optional.empty()
        : Optional.of(all.cost().usd().divide(BigDecimal.valueOf(kept), 2, RoundingMode.HALF_UP));
  }

  private boolean isUnknown() {
    return all.cost().usd().signum() == 0 && all.cost().unpriced() > 0;
  }
}
