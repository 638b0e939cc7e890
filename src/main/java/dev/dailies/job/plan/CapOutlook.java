package dev.dailies.job.plan;

import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.ledger.budget.Cap;
import dev.dailies.ledger.budget.Cap.Measure;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.ledger.budget.Caps;
import java.math.BigDecimal;
import java.util.List;

/** What the caps will keep from being sent, by what the newest plan has left to send. */
public final class CapOutlook {

  private final Caps caps;
  private final List<CapUse> uses;
  private final SendTable table;

  public CapOutlook(Caps caps, List<CapUse> uses, SendTable table) {
    this.caps = caps;
    this.uses = List.copyOf(uses);
    this.table = table;
  }

  /** What goes to models whose price nobody knows, under a cap in dollars. */
  public List<OfModel> withoutPrice() {
    return table.models().stream()
        .filter(model -> model.share().expected().unpriced() > 0)
        .filter(model -> caps.counted(model.provider(), null) == null)
        .filter(model -> uses.stream().anyMatch(use -> isMoneyOf(use.cap(), model)))
        .toList();
  }

  private static boolean isMoneyOf(Cap cap, OfModel model) {
    return cap.measure() == Measure.USD && cap.isOf(model.provider());
  }

  /** The caps of which less is left than is wanted. */
  public List<CapUse> tooSmall() {
    return uses.stream().filter(use -> wanted(use.cap()).compareTo(use.left()) > 0).toList();
  }

  /** How much of a cap is wanted, in its unit. */
  public BigDecimal wanted(Cap cap) {
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
