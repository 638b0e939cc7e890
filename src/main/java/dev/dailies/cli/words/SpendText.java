package dev.dailies.cli.words;

import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.report.money.Spend;
import dev.dailies.text.Count;
import dev.dailies.text.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints what was spent: by model, by what came of it, by day. */
public final class SpendText {

  private final Spend spend;
  private final Money money;
  private final List<CapUse> caps;
  private final boolean isSimulated;

  /**
   * @param money the same as the end of a run tells it
   * @param caps what is used of each
   * @param isSimulated true if nothing was really paid
   */
  public SpendText(Spend spend, Money money, List<CapUse> caps, boolean isSimulated) {
    this.spend = spend;
    this.money = money;
    this.caps = caps;
    this.isSimulated = isSimulated;
  }

  /** Nothing of what was never spent. */
  public void print(PrintWriter out) {
    MoneyText.caps(caps).ifPresent(out::println);
    if (spend.all().attempts() == 0) {
      return;
    }
    out.println(MoneyText.of(money, money.spent(), isSimulated ? MoneyText.SIMULATED : ""));
    if (!isNothing(spend.noClip().cost())) {
      out.println("Without a clip: " + Formats.cost(spend.noClip().cost()));
    }
    spend.perKeptClip().map(Amounts::dollars).map(this::keptClip).ifPresent(out::println);
    print(List.of("provider", "model"), spend.dearestModels(), out);
    print(List.of("what came of it"), spend.dearestOutcomes(), out);
    print(List.of("day"), spend.lastDays(), out);
  }

  private String keptClip(String each) {
    String least = spend.all().cost().unpriced() > 0 ? "at least " : "";
    return "A kept clip: %s%s, with everything counted (%s kept)"
        .formatted(least, each, Count.of(spend.kept(), "clip"));
  }

  private static void print(List<String> names, List<Spend.Row> rows, PrintWriter out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(line(names, "sent", "price"));
    for (Spend.Row row : rows) {
      List<String> plain = row.names().stream().map(PlainText::withoutSecrets).toList();
      String price = Formats.shortPrice(row.share().cost(), row.share().attempts());
      lines.add(line(plain, Long.toString(row.share().attempts()), price));
    }
    out.println();
    ColumnLines.print(lines, names.size(), out);
  }

  private static List<String> line(List<String> names, String sent, String price) {
    List<String> line = new ArrayList<>(names);
    line.add(sent);
    line.add(price);
    return line;
  }

  private static boolean isNothing(Cost cost) {
    return cost.usd().signum() == 0 && cost.unpriced() == 0;
  }
}
