package dev.dailies.report;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import dev.dailies.report.money.Dollars;
import dev.dailies.text.Count;
import java.util.Set;

/**
 * What becomes of rows that a person edits: every take that was sent of them is made again.
 *
 * @param takes that were sent of these rows as they are now
 * @param price what they were expected to cost
 */
public record RowTakes(long rows, long takes, Cost price) {

  /** As many rows are looked up one by one; for more of them every task is read once. */
  private static final int FEW = 20;

  /** Counts the takes of these shots. */
  public static RowTakes of(TaskQueries queries, Set<String> shotIds) {
    Sum sum = new Sum();
    if (shotIds.size() <= FEW) {
      shotIds.forEach(id -> queries.named(new TaskId(id, null, null)).forEach(sum::add));
    } else {
      queries.forEach(
          view -> {
            if (shotIds.contains(view.task().shotId())) {
              sum.add(view);
            }
          });
    }
    return new RowTakes(shotIds.size(), sum.takes, sum.price);
  }

  /** As in {@code its 2 takes are made again, about $0.64}; empty if no row has several. */
  public String told() {
    return takes <= rows
        ? ""
        : "%s %s are made again%s"
            .formatted(rows == 1 ? "its" : "their", Count.of(takes, "take"), cost());
  }

  /** The same, to go on with after a word; empty as above. */
  public String aside() {
    return told().isEmpty() ? "" : " (" + told() + ")";
  }

  private String cost() {
    if (price.usd().signum() == 0) {
      return price.unpriced() == 0 ? "" : ", " + Dollars.text(price, "take");
    }
    return ", about " + Dollars.text(price, "take");
  }

  /** Adds up what the newest plan saw. */
  private static final class Sum {

    private long takes;
    private Cost price = Cost.ZERO;

    void add(TaskView view) {
      Task task = view.task();
      if (view.current() && task.attempts() > 0) {
        takes++;
        price = price.plus(Cost.of(task.price()));
      }
    }
  }
}
