package dev.dailies.report;

import dev.dailies.ledger.Cost;
import dev.dailies.report.money.Dollars;
import dev.dailies.report.money.Share;
import dev.dailies.report.money.Spend;
import dev.dailies.text.PlainText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the page that tells of money. The names are those of the template.
 *
 * @param spend from this folder
 * @param caps what is used of each; empty if there are none
 */
record MoneyPart(Spend spend, List<CapLine> caps) {

  /** An amount that stands alone. */
  record Figure(String label, String value, String note) {}

  /**
   * Sums by one thing.
   *
   * @param unpriced true if a price of them is missing
   */
  record Sums(String title, List<Line> lines, Line all, boolean unpriced) {}

  /**
   * A line of them.
   *
   * @param price known of it; empty if no price of it is known
   * @param unknown how much of it has no price; empty if all has
   */
  record Line(String name, String sent, String price, String unknown) {}

  static MoneyPart of(Spend spend, RunFacts facts) {
    return new MoneyPart(
        spend,
        facts.spending().caps().stream().map(cap -> new CapLine(cap, facts.zone())).toList());
  }

  /** True if there is nothing to tell. */
  boolean isEmpty() {
    return spend.all().attempts() == 0 && caps.isEmpty();
  }

  boolean hasCaps() {
    return !caps.isEmpty();
  }

  boolean hasSpent() {
    return spend.all().attempts() > 0;
  }

  /** The caps of which so much is used that it is said without being asked for. */
  List<CapLine> highCaps() {
    return caps.stream().filter(cap -> cap.use().isHigh()).toList();
  }

  List<Figure> figures() {
    return Stream.of(
            figure("Spent", spend.certain(), "as charged, else as expected"),
            figure("In doubt", spend.inDoubt().cost(), "may have been paid"),
            figure("Without a clip", spend.noClip().cost(), "failed, lost, or sent again"))
        .filter(figure -> !figure.value().isEmpty())
        .toList();
  }

  /** What has no price is no zero. */
  private static Figure figure(String label, Cost cost, String note) {
    boolean isKnown = cost.usd().signum() > 0;
    if (cost.unpriced() == 0) {
      return new Figure(label, isKnown ? Dollars.text(cost.usd()) : "", note);
    }
    String missing = cost.unpriced() + " of unknown price";
    return isKnown
        ? new Figure(label, Dollars.text(cost.usd()), "plus " + missing + "; " + note)
        : new Figure(label, "unknown", missing + "; " + note);
  }

  /** What a kept clip is reckoned from, by the page's script. */
  String usd() {
    return spend.all().cost().usd().toPlainString();
  }

  long unpriced() {
    return spend.all().cost().unpriced();
  }

  List<Sums> sums() {
    return Stream.of(
            sums("By model", spend.dearestModels()),
            sums("By what came of it", spend.dearestOutcomes()),
            sums("By day", spend.lastDays()))
        .toList();
  }

  private Sums sums(String title, List<Spend.Row> rows) {
    return new Sums(
        title,
        rows.stream().map(row -> line(name(row), row.share())).toList(),
        line("all", spend.all()),
        unpriced() > 0);
  }

  private static String name(Spend.Row row) {
    return PlainText.withoutSecrets(
        row.names().stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(" ")));
  }

  private Line line(String name, Share share) {
    Cost cost = share.cost();
    boolean isUnknown = cost.unpriced() == share.attempts();
    String missing = cost.unpriced() == 0 ? "" : cost.unpriced() + " unknown";
    return new Line(
        name,
        Long.toString(share.attempts()),
        isUnknown ? "" : aligned(cost.usd()),
        isUnknown || missing.isEmpty() ? missing : "+ " + missing);
  }

  /** With as many decimals as all others, so that the points stand below each other. */
  private String aligned(BigDecimal usd) {
    return "$" + usd.setScale(decimals()).toPlainString();
  }

  private int decimals() {
    return Stream.of(spend.models(), spend.outcomes(), spend.days())
        .flatMap(List::stream)
        .map(row -> row.share().cost().usd().stripTrailingZeros().scale())
        .reduce(2, Math::max);
  }
}
