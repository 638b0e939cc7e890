package dev.dailies.cli.words;

import dev.dailies.job.reconcile.Pair;
import dev.dailies.job.reconcile.Reconciled;
import dev.dailies.job.reconcile.Reconciled.Line;
import dev.dailies.job.reconcile.Suspect;
import dev.dailies.ledger.Cost;
import dev.dailies.report.money.Dollars;
import dev.dailies.report.money.Share;
import dev.dailies.text.Count;
import dev.dailies.text.PlainText;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** Prints our figures beside those of the providers. */
public final class ReconciledText {

  private static final int MOST_LINES = 60;
  private static final int MOST_SUSPECTS = 20;

  private final boolean isSimulated;
  private final BinaryOperator<String> line;

  /**
   * @param isSimulated true if nothing was really paid
   * @param line the words to type for a command and its arguments
   */
  public ReconciledText(boolean isSimulated, BinaryOperator<String> line) {
    this.isSimulated = isSimulated;
    this.line = line;
  }

  /** All of them, one below the other. */
  public void print(List<Reconciled> all, PrintWriter out) {
    if (all.isEmpty()) {
      out.println("Nothing was sent in this time.");
      return;
    }
    if (isSimulated) {
      out.println("Simulated: nothing was paid.");
    }
    String before = "";
    for (Reconciled one : all) {
      out.print(before);
      before = System.lineSeparator();
      print(one, out);
    }
  }

  private void print(Reconciled one, PrintWriter out) {
    out.println(head(one));
    if (!one.lines().isEmpty()) {
      ColumnLines.print(table(one), 2, out);
    }
    if (one.lines().size() > MOST_LINES) {
      int more = one.lines().size() - MOST_LINES;
      out.println("  … and " + Count.of(more, "earlier line") + "; --json has all");
    }
    if (one.elsewhere().attempts() > 0) {
      out.println(elsewhere(one));
    }
    if (one.hasTold()) {
      out.println(verdict(one));
      one.suspects().stream().limit(MOST_SUSPECTS).forEach(suspect -> print(suspect, one, out));
      printRest(one, out);
    }
  }

  private static String head(Reconciled one) {
    String days =
        one.from().equals(one.to())
            ? one.from().toString()
            : "%s to %s".formatted(one.from(), one.to());
    if (one.obstacle() != null) {
      return "%s could not be asked: %s. Here, %s:"
          .formatted(one.provider(), plain(one.obstacle().reason()), days);
    }
    return one.hasTold()
        ? "%s, %s (days in %s), as it tells of %s:"
            .formatted(one.provider(), days, one.zone(), one.scope())
        : "%s tells nobody what it has charged. Here, %s:".formatted(one.provider(), days);
  }

  private static List<List<String>> table(Reconciled one) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(cells(one, "day", "model", "sent", "here", one.provider(), "difference"));
    one.lines().stream()
        .skip(Math.max(0, one.lines().size() - MOST_LINES))
        .map(each -> cells(one, each))
        .forEach(lines::add);
    if (one.lines().size() > 1) {
      lines.add(cells(one, "all", "", one.all()));
    }
    return lines;
  }

  private static List<String> cells(Reconciled one, Line each) {
    String model = each.model().isEmpty() ? "-" : PlainText.withoutSecrets(each.model());
    return cells(one, each.day().toString(), model, each.pair());
  }

  private static List<String> cells(Reconciled one, String day, String model, Pair pair) {
    return cells(
        one,
        day,
        model,
        Long.toString(pair.ours().attempts()),
        price(pair.ours()),
        signed(pair.theirs(), "-", ""),
        pair.agrees() ? "" : signed(pair.difference(), "-", "+"));
  }

  /** Without what nobody has told. */
  private static List<String> cells(Reconciled one, String... cells) {
    return List.of(cells).subList(0, one.hasTold() ? cells.length : cells.length - 2);
  }

  private static String price(Share share) {
    Cost cost = share.cost();
    if (cost.unpriced() == 0) {
      return Dollars.text(cost.usd());
    }
    String unknown = cost.unpriced() + " unknown";
    return cost.unpriced() == share.attempts()
        ? unknown
        : Dollars.text(cost.usd()) + " + " + unknown;
  }

  private static String signed(BigDecimal usd, String less, String more) {
    return (usd.signum() < 0 ? less : more) + Dollars.text(usd.abs());
  }

  private static String elsewhere(Reconciled one) {
    return "Not in it: %s for %s, sent to an address that the settings no longer name."
        .formatted(
            Dollars.text(one.elsewhere().cost(), "task"),
            Count.of(one.elsewhere().attempts(), "submission"));
  }

  private static String verdict(Reconciled one) {
    if (one.differs()) {
      return one.suspects().isEmpty() && one.asExpected().attempts() == 0
          ? "They differ."
          : "They differ. What may explain it:";
    }
    return one.lines().stream().allMatch(each -> each.pair().agrees())
        ? "They agree."
        : "They agree: what differs on one day is charged on another.";
  }

  private void print(Suspect suspect, Reconciled one, PrintWriter out) {
    String task = PlainText.withoutSecrets(suspect.charge().task());
    out.println("  %s: %s".formatted(task, SuspectWords.told(suspect, one.provider())));
    out.println("    " + SuspectWords.next(suspect, line));
  }

  private static void printRest(Reconciled one, PrintWriter out) {
    int more = one.suspects().size() - MOST_SUSPECTS;
    if (more > 0) {
      out.println("  … and " + Count.of(more, "more task") + "; --json has all");
    }
    if (one.asExpected().attempts() > 0) {
      out.println(
          "  %s, %s here: %s does not say what each cost; dailies.providers.%s.prices corrects a price"
              .formatted(
                  Count.of(one.asExpected().attempts(), "clip"),
                  Dollars.text(one.asExpected().cost(), "clip"),
                  one.provider(),
                  one.provider()));
    }
    if (one.unexplained().signum() != 0) {
      out.println(
          "%s of it no task here explains: another folder or person may use this account; look %s."
              .formatted(Dollars.text(one.unexplained().abs()), one.whereToLook()));
    } else if (one.asExpected().attempts() > 0 && one.all().difference().signum() > 0) {
      out.println(
          "Another folder or person may use this account, too; look " + one.whereToLook() + ".");
    }
  }

  private static String plain(String reason) {
    return PlainText.oneLine(PlainText.withoutSecrets(reason), 200);
  }
}
