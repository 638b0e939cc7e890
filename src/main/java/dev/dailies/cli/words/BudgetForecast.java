package dev.dailies.cli.words;

import dev.dailies.job.plan.SendTable;
import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.ledger.budget.Cap;
import dev.dailies.ledger.budget.Cap.Measure;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.ledger.budget.Caps;
import dev.dailies.text.Count;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says before the night what the caps will keep from being sent. */
final class BudgetForecast {

  private final Caps caps;
  private final List<CapUse> uses;
  private final SendTable table;

  BudgetForecast(Caps caps, List<CapUse> uses, SendTable table) {
    this.caps = caps;
    this.uses = uses;
    this.table = table;
  }

  /** The lines, none without caps. */
  Stream<String> lines() {
    return Stream.of(
            MoneyText.caps(uses).stream(),
            withoutPrice().map(BudgetForecast::told),
            uses.stream().filter(this::isTooSmall).map(this::tooSmall))
        .flatMap(lines -> lines);
  }

  /** What goes to models whose price nobody knows, under a cap in dollars. */
  private Stream<OfModel> withoutPrice() {
    return table.models().stream()
        .filter(model -> model.share().expected().unpriced() > 0)
        .filter(model -> caps.counted(model.provider(), null) == null)
        .filter(model -> uses.stream().anyMatch(use -> isMoneyOf(use.cap(), model)));
  }

  private static boolean isMoneyOf(Cap cap, OfModel model) {
    return cap.measure() == Measure.USD && cap.isOf(model.provider());
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

  private boolean isTooSmall(CapUse use) {
    return wanted(use.cap()).compareTo(use.left()) > 0;
  }

  private String tooSmall(CapUse use) {
    return "That is more than what is left of %s: a run sends what fits, and the rest waits."
        .formatted(use.cap().name());
  }

  private BigDecimal wanted(Cap cap) {
    return table.models().stream()
        .filter(model -> cap.isOf(model.provider()))
        .map(model -> wanted(cap, model))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal wanted(Cap cap, OfModel model) {
    if (cap.measure() == Measure.TASKS) {
      return BigDecimal.valueOf(model.share().takes());
    }
    BigDecimal unknown = caps.counted(model.provider(), null);
    long unpriced = model.share().expected().unpriced();
    BigDecimal known = model.share().expected().usd();
    return unknown == null ? known : known.add(unknown.multiply(BigDecimal.valueOf(unpriced)));
  }
}
