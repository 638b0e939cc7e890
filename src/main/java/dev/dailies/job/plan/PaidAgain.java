package dev.dailies.job.plan;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.PaidBefore;
import dev.dailies.ledger.PaidBefore.Edited;
import dev.dailies.ledger.PaidBefore.Renamed;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Task;
import dev.dailies.manifest.DisplayText;
import dev.dailies.manifest.Row;
import dev.dailies.provider.Inputs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the newest plan would pay for a second time, and why. */
public final class PaidAgain {

  private final Plans plans;
  private final PaidBefore paidBefore;
  private final Inputs ledgerInputs;

  /**
   * @param ledgerInputs finds the files that the ledger's cells name
   */
  PaidAgain(Plans plans, PaidBefore paidBefore, Inputs ledgerInputs) {
    this.plans = plans;
    this.paidBefore = paidBefore;
    this.ledgerInputs = ledgerInputs;
  }

  /** How many rows were edited after they were sent. */
  public long countEdited() {
    return paidBefore.countEdited(newest());
  }

  /** The first of them, in the manifest's order. */
  public List<EditedRow> edited(int limit) {
    return paidBefore.edited(newest(), limit).stream().map(this::row).toList();
  }

  /** The rows that were given another id after they were sent. */
  public List<Renamed> renamed() {
    return paidBefore.renamed(newest());
  }

  private long newest() {
    return plans.newest().map(Plan::number).orElse(0L);
  }

  private EditedRow row(Edited edited) {
    return new EditedRow(
        edited.line(),
        edited.task().shotId(),
        changes(edited.task(), edited.before()),
        edited.tasks(),
        edited.cost());
  }

  private List<Change> changes(Task after, Task before) {
    return columns(after, before).stream()
        .map(column -> new Change(column, shown(before, column), shown(after, column)))
        .toList();
  }

  private static @Nullable String shown(Task task, String column) {
    String cell = task.cells().get(column);
    return cell == null ? null : DisplayText.cell(column, cell);
  }

  /** The columns that differ; those that name files, if only what these hold can differ. */
  private Set<String> columns(Task after, Task before) {
    SortedMap<String, String> now = meanings(after);
    SortedMap<String, String> then = meanings(before);
    Set<String> columns = new TreeSet<>(now.keySet());
    columns.addAll(then.keySet());
    columns.removeIf(column -> Objects.equals(now.get(column), then.get(column)));
    if (columns.size() > 1 && !after.cells().containsKey("operation")) {
      // It only follows from the others.
      columns.remove("operation");
    }
    boolean edited = !after.digest().equals(before.digest());
    return columns.isEmpty() && edited ? fileColumns(after.cells()) : columns;
  }

  private SortedMap<String, String> meanings(Task task) {
    return row(task.cells()).meanings(ledgerInputs);
  }

  private Set<String> fileColumns(Map<String, String> cells) {
    return cells.entrySet().stream()
        .filter(cell -> row(Map.of(cell.getKey(), cell.getValue())).namesFiles(ledgerInputs))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Row row(Map<String, String> cells) {
    return new Row(0, cells, List.of(), List.of());
  }

  /**
   * A row that was edited after it was sent.
   *
   * @param changes how it differs from what was sent
   * @param tasks how many of its takes would be sent
   */
  public record EditedRow(long line, String id, List<Change> changes, long tasks, Cost cost) {}

  /**
   * What a column says.
   *
   * @param before what was sent, shortened; null for nothing
   * @param after what it says now, shortened; null for nothing
   */
  public record Change(String column, @Nullable String before, @Nullable String after) {}
}
