package dev.dailies.cli.words;

import dev.dailies.job.plan.CapOutlook;
import dev.dailies.job.plan.SendTable;
import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.ledger.budget.Caps;
import dev.dailies.text.Count;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says before the night what the caps will keep from being sent. */
final class BudgetForecast {

  private final List<CapUse> uses;
  private final CapOutlook outlook;

  BudgetForecast(Caps caps, List<CapUse> uses, SendTable table) {
    this.uses = uses;
    this.outlook = new CapOutlook(caps, uses, table);
  }

  /** The lines, none without caps. */
  Stream<String> lines() {
    return Stream.of(
            MoneyText.caps(uses).stream(),
            outlook.withoutPrice().stream().map(BudgetForecast::told),
            outlook.tooSmall().stream().map(BudgetForecast::tooSmall))
        .flatMap(lines -> lines);
  }

  private static String told(OfModel model) {
    long takes = model.share().expected().unpriced();
    return ("Nobody knows what %s costs: %s of it %s not sent under a budget. Say what to count by"
            + " budget.unknown-price, as in 0.50.")
        .formatted(
            Objects.requireNonNullElse(model.model(), model.provider()),
            Count.of(takes, "take"),
            takes == 1 ? "is" : "are");
  }

  private static String tooSmall(CapUse use) {
    return "That is more than what is left of %s: a run sends what fits, and the rest waits."
        .formatted(use.cap().name());
  }
}
