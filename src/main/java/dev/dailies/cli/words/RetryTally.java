package dev.dailies.cli.words;

import dev.dailies.job.settle.Retried;
import dev.dailies.job.settle.Retried.Verdict;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.Task;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints what {@code retry} does with each task, and the totals. */
public final class RetryTally implements Consumer<Retried> {

  private static final int MOST = 50;

  private static final Set<FailureClass> TO_EDIT =
      EnumSet.of(FailureClass.MODERATION, FailureClass.INPUT, FailureClass.OTHER);

  private final boolean dryRun;
  private final boolean json;
  private final PrintWriter out;
  private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
  private final Map<FailureClass, Long> leftOut = new EnumMap<>(FailureClass.class);
  private final Set<String> toEdit = new LinkedHashSet<>();
  private final Set<String> moderated = new LinkedHashSet<>();
  private Cost expected = Cost.ZERO;
  private @Nullable String madeByAnother;
  private long lost;

  /** Counts what is repeated, or would be in a dry run. */
  public RetryTally(boolean dryRun, boolean json, PrintWriter out) {
    this.dryRun = dryRun;
    this.json = json;
    this.out = out;
  }

  @Override
  public void accept(Retried retried) {
    long before = repeated();
    counts.merge(retried.verdict(), 1L, Long::sum);
    if (retried.verdict() == Verdict.SENT_AGAIN) {
      expected = expected.plus(Cost.of(retried.task().price()));
      lost += retried.failureClass() == FailureClass.LOST ? 1 : 0;
    } else if (retried.verdict() == Verdict.LEFT_OUT) {
      leftOut.merge(retried.failureClass(), 1L, Long::sum);
    }
    if (retried.verdict() == Verdict.MADE_BY_ANOTHER_TAKE && madeByAnother == null) {
      madeByAnother = retried.task().nameOfTake();
    }
    if (retried.verdict() == Verdict.MODERATED) {
      moderated.add(retried.task().shotId());
    } else if (mayBeEdited(retried)) {
      toEdit.add(retried.task().shotId());
    }
    if (retried.isRepeated() && before < MOST && !json) {
      out.println(describe(retried));
    }
  }

  private static boolean mayBeEdited(Retried retried) {
    return retried.verdict() == Verdict.LEFT_OUT
        && TO_EDIT.contains(retried.failureClass())
        && !retried.task().isLetGo();
  }

  /** The shots whose rows are to be edited; none for what a person has let go. */
  public Set<String> toEdit() {
    return isModerationAlone() ? moderated : toEdit;
  }

  /** True if at least one task is sent or fetched again. */
  public boolean hasRepeated() {
    return repeated() > 0;
  }

  /** True if no task of the newest manifest has failed. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** True if nothing can be repeated before it is edited. */
  public boolean isModerationAlone() {
    return !hasRepeated() && count(Verdict.MODERATED) > 0;
  }

  /** True if only others have failed than those that were asked for. */
  public boolean isLeftAlone() {
    return !hasRepeated() && !leftOut.isEmpty();
  }

  /** True if some of those may succeed as they are. */
  public boolean leavesWhatMaySucceed() {
    return leftOut.keySet().stream().anyMatch(FailureClass::maySucceedUnchanged);
  }

  /** True if those are lost at their provider, where every run looks again. */
  public boolean leavesOnlyLost() {
    return leftOut.keySet().equals(EnumSet.of(FailureClass.LOST));
  }

  /** The first take that moderation turned down where another one was made; empty if none. */
  public Optional<String> madeByAnotherTake() {
    return Optional.ofNullable(madeByAnother);
  }

  /** Prints the sums, and what to do next. */
  public void printEnd(String next) {
    if (json) {
      printJson(next);
    } else {
      printWords(next);
    }
    out.flush();
  }

  private void printWords(String next) {
    if (repeated() > MOST) {
      out.println("… and " + (repeated() - MOST) + " more");
    }
    totals().forEach(out::println);
    warn(
        lost,
        "of them is lost: its clip may have been made all the same, and be paid twice where the"
            + " provider charges",
        "of them are lost: such a clip may have been made all the same, and be paid twice where"
            + " the provider charges");
    warn(
        count(Verdict.MODERATED),
        "task was turned down by moderation; edit its prompt first",
        "tasks were turned down by moderation; edit their prompts first");
    warn(
        count(Verdict.MADE_BY_ANOTHER_TAKE),
        "take was turned down by moderation, while another take of the same request was made; name"
            + " it with --class=moderation to pay for it again",
        "takes were turned down by moderation, while another take of the same request was made;"
            + " name one with --class=moderation to pay for it again");
    warn(
        count(Verdict.NOT_IN_MANIFEST),
        "task has no row in the list; put the row back",
        "tasks have no row in the list; put the rows back");
    if (!leftOut.isEmpty()) {
      out.println("Left alone: " + classes() + ".");
    }
    out.println("Next: " + next);
  }

  private void printJson(String next) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("dry_run", dryRun);
    line.put("sent_again", count(Verdict.SENT_AGAIN));
    line.put("expected_usd", expected.usd());
    line.put("unpriced", expected.unpriced());
    line.put("fetched_again", count(Verdict.FETCHED_AGAIN));
    line.put("moderated", count(Verdict.MODERATED) + count(Verdict.MADE_BY_ANOTHER_TAKE));
    line.put("not_in_manifest", count(Verdict.NOT_IN_MANIFEST));
    line.put("left_out", leftOut);
    line.put("next", next);
    JsonLines.print("retry", line, out);
  }

  private void warn(long tasks, String one, String several) {
    if (tasks > 0) {
      out.println(tasks + " " + (tasks == 1 ? one : several));
    }
  }

  private List<String> totals() {
    List<String> totals = new ArrayList<>();
    long sent = count(Verdict.SENT_AGAIN);
    long fetched = count(Verdict.FETCHED_AGAIN);
    if (sent > 0) {
      totals.add(
          "To send again: %s, %s."
              .formatted(Count.of(sent, "task"), Formats.price(expected, sent, "task")));
    }
    if (fetched > 0) {
      totals.add("To fetch again, free: " + Count.of(fetched, "clip") + ".");
    }
    if (isEmpty()) {
      totals.add("No task of the list has failed.");
    } else if (!hasRepeated()) {
      totals.add("Nothing is repeated.");
    } else if (dryRun) {
      totals.add("Nothing is changed: this is a dry run.");
    }
    return totals;
  }

  /** Each with what chooses it. */
  private String classes() {
    return leftOut.entrySet().stream()
        .map(
            entry ->
                "%d %s (--class=%s)"
                    .formatted(entry.getValue(), why(entry.getKey()), word(entry.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static String why(FailureClass failureClass) {
    return switch (failureClass) {
      case TRANSIENT -> "that may succeed";
      case MODERATION -> "turned down by moderation";
      case INPUT -> "refused for what the row asks";
      case LOST -> "lost at the provider";
      case UNDELIVERED -> "not fetched";
      case OTHER -> "given up, cancelled or failed without a reason";
    };
  }

  private static String word(FailureClass failureClass) {
    return failureClass.name().toLowerCase(Locale.ROOT);
  }

  private static String describe(Retried retried) {
    Task task = retried.task();
    String code = task.reasonCode() == null ? "" : " (" + task.reasonCode() + ")";
    return "%s  %s%s: %s"
        .formatted(task.name(), Formats.state(task.state()), code, word(retried.failureClass()));
  }

  private long repeated() {
    return count(Verdict.SENT_AGAIN) + count(Verdict.FETCHED_AGAIN);
  }

  private long count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0L);
  }
}
