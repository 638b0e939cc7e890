package dev.dailies.report;

import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.provider.Shot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects from all tasks what a report says before it lists them. Keeps a bounded number of tasks,
 * whatever the ledger holds.
 */
final class ReportData implements Consumer<TaskView> {

  /** As many tasks as a person reads one by one; the tables have them all. */
  static final int NAMED = 100;

  private final RunFacts facts;
  private final DoubtSheet doubts;
  private final Predicate<String> isOwn;
  private final Set<String> columns = new LinkedHashSet<>();
  private final Set<String> failureColumns = new LinkedHashSet<>();
  private final Set<Advice> advice = new LinkedHashSet<>();
  private final Timeline ofTheRun;
  private final Timeline ofAll = new Timeline(Instant.EPOCH);
  private final List<Summary.Trouble> failed = new ArrayList<>();
  private final List<Summary.InDoubt> inDoubt = new ArrayList<>();
  private final List<Summary.Trouble> warnings = new ArrayList<>();
  private final Remedies remedies;
  private long failedCount;
  private long inDoubtCount;
  private long clips;
  private long earlierClips;
  private long uprightClips;
  private long bytes;

  /**
   * @param isOwn whether a column of the manifest is the user's own
   */
  ReportData(RunFacts facts, DoubtSheet doubts, Predicate<String> isOwn) {
    this.facts = facts;
    this.doubts = doubts;
    this.isOwn = isOwn;
    this.ofTheRun = new Timeline(facts.startedAt());
    this.remedies = new Remedies(facts.commandLine());
  }

  @Override
  public void accept(TaskView view) {
    Entry entry = new Entry(view);
    FailuresTable.columnsOf(view.task()).forEach(columns::add);
    Gallery.adviceFor(entry, facts).ifPresent(advice::add);
    ofTheRun.add(entry);
    ofAll.add(entry);
    if (FailuresTable.holds(view)) {
      FailuresTable.columnsOf(view.task()).forEach(failureColumns::add);
    }
    if (view.current() && Kind.of(entry.state()) == Kind.FAILED) {
      failedCount++;
      keepFailed(entry);
    }
    if (entry.state() == TaskState.IN_DOUBT) {
      inDoubtCount++;
      keepInDoubt(entry);
    }
    if (entry.state() == TaskState.DELIVERED) {
      count(entry);
    }
  }

  private void count(Entry entry) {
    if (!entry.view().current()) {
      earlierClips++;
      return;
    }
    clips++;
    bytes += entry.files().stream().mapToLong(DeliveredFile::bytes).sum();
    uprightClips += Ratio.of(entry).isUpright() ? 1 : 0;
    if (warnings.size() < NAMED && !entry.reason().isEmpty()) {
      warnings.add(Summary.Trouble.of(entry));
    }
  }

  private void keepFailed(Entry entry) {
    remedies.add(entry, () -> TroubleCard.of(entry, facts));
    if (failed.size() < NAMED) {
      failed.add(Summary.Trouble.of(entry));
    }
  }

  private void keepInDoubt(Entry entry) {
    remedies.add(entry, () -> TroubleCard.of(entry, settling(entry), facts));
    if (inDoubt.size() < NAMED) {
      inDoubt.add(new Summary.InDoubt(Summary.Trouble.of(entry), settling(entry)));
    }
  }

  private Doubtful settling(Entry entry) {
    return doubts.of(entry.view(), facts.commandLine()::of);
  }

  /** What a person can do, and about which tasks. */
  List<Remedy> remedies(TaskQueries queries) {
    return remedies.list(shots -> RowTakes.of(queries, shots));
  }

  boolean hasRemedies() {
    return !remedies.isEmpty();
  }

  /** What the page's script is told. */
  Gallery gallery() {
    return Gallery.of(facts, columns, ownColumns(), advice);
  }

  /** False if nothing was sent, made or fetched in this run. */
  boolean hasDoneSomething() {
    return !ofTheRun.isEmpty();
  }

  /** What happened in this run; if nothing did, what happened in all of them. */
  Timeline timeline() {
    return ofTheRun.isEmpty() ? ofAll : ofTheRun;
  }

  /** The user's own columns, in the order of the manifest. */
  List<String> ownColumns() {
    return columns.stream().filter(isOwn).toList();
  }

  /** The columns of the rows in {@code failures.csv}, in the order of the manifest. */
  Collection<String> failureColumns() {
    return failureColumns;
  }

  /** The first tasks of the newest manifest that failed for good. */
  List<Summary.Trouble> failed() {
    return failed;
  }

  /** How many there are of them. */
  long failedCount() {
    return failedCount;
  }

  /** The first tasks in doubt, whatever manifest asked for them: each may have cost money. */
  List<Summary.InDoubt> inDoubt() {
    return inDoubt;
  }

  /** How many there are of them. */
  long inDoubtCount() {
    return inDoubtCount;
  }

  /** The first delivered tasks of the newest manifest of which there is something to say. */
  List<Summary.Trouble> warnings() {
    return warnings;
  }

  /** How many delivered tasks the newest manifest asks for. */
  long clips() {
    return clips;
  }

  /** How many delivered tasks it does not ask for. */
  long earlierClips() {
    return earlierClips;
  }

  /** The size of the clips that the newest manifest asks for. */
  long bytes() {
    return bytes;
  }

  /** True if more than half of them are higher than wide. */
  boolean isMostlyUpright() {
    return uprightClips * 2 > clips;
  }

  /** Width to height, so that a page keeps room for a clip before it is loaded. */
  private record Ratio(int width, int height) {

    private static final Ratio USUAL = new Ratio(16, 9);
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4}):([1-9]\\d{0,4})");

    /** As the row asks for it, else 16:9. */
    static Ratio of(Entry entry) {
      Matcher ratio = FORM.matcher(entry.shot().map(Shot::ratio).orElse(""));
      return ratio.matches()
          ? new Ratio(Integer.parseInt(ratio.group(1)), Integer.parseInt(ratio.group(2)))
          : USUAL;
    }

    boolean isUpright() {
      return height > width;
    }
  }
}
