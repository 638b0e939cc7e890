package dev.dailies.settings;

import dev.dailies.ledger.budget.Cap;
import dev.dailies.ledger.budget.Cap.Measure;
import dev.dailies.ledger.budget.Caps;
import dev.dailies.ledger.budget.Window;
import dev.dailies.provider.spi.BudgetSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the caps of a job from its settings. */
final class CapSettings {

  private final List<Cap> caps = new ArrayList<>();
  private final Map<String, BigDecimal> unknownPrices = new TreeMap<>();

  private CapSettings() {}

  /**
   * @param providers the budgets of those that have one, by name
   */
  static Caps of(BudgetSettings all, BudgetRules rules, Map<String, BudgetSettings> providers) {
    CapSettings read = new CapSettings();
    read.add(null, all);
    providers.forEach(read::addProvider);
    String unknown = all.unknownPrice();
    return new Caps(
        read.caps,
        rules.zone(),
        unknown == null ? null : BudgetSettings.dollars(unknown),
        read.unknownPrices,
        rules.warnShare());
  }

  private void addProvider(String name, BudgetSettings budget) {
    add(name, budget);
    String unknown = budget.unknownPrice();
    if (unknown != null) {
      unknownPrices.put(name, BudgetSettings.dollars(unknown));
    }
  }

  private void add(@Nullable String provider, BudgetSettings budget) {
    add(provider, Window.RUN, budget.perRun(), budget.perRunTasks());
    add(provider, Window.DAY, budget.perDay(), budget.perDayTasks());
    add(provider, Window.MONTH, budget.perMonth(), budget.perMonthTasks());
    add(provider, Window.TOTAL, budget.total(), budget.totalTasks());
  }

  private void add(
      @Nullable String provider, Window window, @Nullable String usd, @Nullable Integer tasks) {
    if (usd != null) {
      caps.add(new Cap(provider, window, Measure.USD, BudgetSettings.dollars(usd)));
    }
    if (tasks != null) {
      caps.add(new Cap(provider, window, Measure.TASKS, BigDecimal.valueOf(tasks)));
    }
  }
}
