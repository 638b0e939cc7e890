package dev.dailies.cli.watch;

import dev.dailies.cli.words.EarlierClips;
import dev.dailies.cli.words.Formats;
import dev.dailies.cli.words.MoneyText;
import dev.dailies.job.run.RunStatus;
import dev.dailies.job.run.RunStatus.Trouble;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.text.Count;
import dev.dailies.text.PlainText;
import dev.dailies.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The status of a run in words, for a terminal. */
public final class StatusBlock {

  private static final int MOST_NAMES = 5;
  private static final int MOST_TROUBLES = 3;

  private StatusBlock() {}

  /**
   * A few lines, for a view that is updated in place. What is most wanted comes first.
   *
   * @param width of the terminal: counts that do not fit go on in the next line
   */
  static List<String> lines(RunStatus status, Throughput throughput, StateBar bar, int width) {
    List<String> lines = new ArrayList<>();
    lines.add(bar.of(status) + "  " + clock(status) + left(status, throughput));
    lines.addAll(counts(status, bar, width));
    lines.add(facts(status, throughput));
    running(status).ifPresent(lines::add);
    pressing(status.troubles()).map(told -> bar.paint().bad(told)).forEach(lines::add);
    waits(status).map(bar.paint()::busy).forEach(lines::add);
    return lines;
  }

  /** The same of a run that somebody else watches. */
  public static List<String> told(RunStatus status) {
    return told(status, counts(status));
  }

  /**
   * The same of a job that nobody runs.
   *
   * @param current tasks of the newest manifest by state
   * @param unusable rows of it that have a mistake
   */
  public static List<String> told(RunStatus status, Map<TaskState, Long> current, long unusable) {
    Map<TaskState, Long> seen = new EnumMap<>(TaskState.class);
    seen.putAll(status.counts());
    seen.remove(TaskState.DELIVERED);
    seen.computeIfPresent(
        TaskState.REJECTED, (state, all) -> all > unusable ? all - unusable : null);
    Optional.ofNullable(current.get(TaskState.DELIVERED))
        .ifPresent(delivered -> seen.put(TaskState.DELIVERED, delivered));
    String counts =
        Stream.of(counts(seen), unusable > 0 ? Count.of(unusable, "row") + " with a mistake" : "")
            .filter(told -> !told.isEmpty())
            .collect(Collectors.joining(", "));
    String told = counts.isEmpty() ? "no rows" : counts;
    return told(status, told + EarlierClips.told(current, status.counts()));
  }

  private static List<String> told(RunStatus status, String counts) {
    List<String> lines = new ArrayList<>();
    lines.add(counts);
    lines.add(money(status));
    MoneyText.caps(status.caps()).ifPresent(lines::add);
    running(status).ifPresent(lines::add);
    status.troubles().stream().map(StatusBlock::told).forEach(lines::add);
    waits(status).forEach(lines::add);
    return lines;
  }

  /** The status on one line, for a log. */
  public static String line(RunStatus status) {
    return Stream.concat(
            Stream.of(Times.clock(status.at()) + "  " + clock(status) + "  " + counts(status)),
            waits(status))
        .collect(Collectors.joining("; "));
  }

  /** As in {@code SC01_SH010 in doubt: no answer came}. */
  public static String told(Trouble trouble) {
    String reason = trouble.reason() == null ? "" : ": " + PlainText.oneLine(trouble.reason(), 200);
    return trouble.name() + " " + Formats.state(trouble.state()) + reason;
  }

  /** What it waits for, and why it sends nothing more. */
  private static Stream<String> waits(RunStatus status) {
    return Stream.of(
            status.waitsFor().entrySet().stream()
                .map(wait -> "waiting for " + wait.getKey() + ": " + wait.getValue()),
            status.stopReasons().stream(),
            Stream.ofNullable(status.stopsBy()).map(end -> stopping(status, end)))
        .flatMap(lines -> lines);
  }

  private static String stopping(RunStatus status, Instant end) {
    long answers = status.count(state -> state == TaskState.SUBMITTING);
    long seconds = Math.max(1, Duration.between(status.at(), end).toSeconds());
    return (answers == 0
            ? "ending"
            : "waiting up to " + seconds + " s for " + Count.of(answers, "answer"))
        + (status.stopReasons().contains(Signals.BY_CTRL_C) ? "; Ctrl-C again leaves now" : "");
  }

  private static Optional<String> running(RunStatus status) {
    long all = status.count(state -> state == TaskState.SUBMITTING || state == TaskState.SUBMITTED);
    List<String> names = status.running().stream().limit(MOST_NAMES).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("in flight: " + Formats.names(names, all));
  }

  private static String left(RunStatus status, Throughput throughput) {
    return status.open() == 0
        ? ""
        : throughput.timeLeft().map(left -> ", " + Formats.elapsed(left) + " left").orElse("");
  }

  private static String clock(RunStatus status) {
    return Formats.elapsed(Duration.between(status.startedAt(), status.at()));
  }

  private static String counts(RunStatus status) {
    return status.counts().isEmpty() ? "reading the manifest" : counts(status.counts());
  }

  private static String counts(Map<TaskState, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + Formats.state(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** The last troubles, doubts before others: only they wait for a person. */
  private static Stream<String> pressing(List<Trouble> troubles) {
    List<Trouble> doubts = troubles.stream().filter(StatusBlock::isDoubt).toList();
    List<Trouble> others = troubles.stream().filter(trouble -> !isDoubt(trouble)).toList();
    List<Trouble> shown = last(doubts, MOST_TROUBLES);
    return Stream.concat(shown.stream(), last(others, MOST_TROUBLES - shown.size()).stream())
        .map(StatusBlock::told);
  }

  private static boolean isDoubt(Trouble trouble) {
    return trouble.state() == TaskState.IN_DOUBT;
  }

  private static List<Trouble> last(List<Trouble> troubles, int atMost) {
    return troubles.subList(Math.max(0, troubles.size() - atMost), troubles.size());
  }

  /** The counts are the legend of the bar, in as many lines as it takes. */
  private static List<String> counts(RunStatus status, StateBar bar, int width) {
    if (status.counts().isEmpty()) {
      return List.of(counts(status));
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int columns = 0;
    for (Map.Entry<TaskState, Long> count : status.counts().entrySet()) {
      String text = " " + count.getValue() + " " + Formats.state(count.getKey());
      if (columns > 0 && columns + 3 + text.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
      }
      line.append(columns == 0 ? "" : "  ").append(bar.sign(count.getKey())).append(text);
      columns += (columns == 0 ? 1 : 3) + text.length();
    }
    lines.add(line.toString());
    return lines;
  }

  private static String facts(RunStatus status, Throughput throughput) {
    List<String> facts = new ArrayList<>();
    facts.add(money(status));
    status.caps().stream().filter(CapUse::isHigh).map(CapUse::told).forEach(facts::add);
    throughput.perMinute().map(StatusBlock::pace).ifPresent(facts::add);
    return String.join(", ", facts);
  }

  /** Money counts as in doubt also while a request is on the wire, which is no reason for alarm. */
  private static String money(RunStatus status) {
    Money money = status.money();
    boolean doubtful = status.count(state -> state == TaskState.IN_DOUBT) > 0;
    String spent =
        Amounts.dollars(money.spent().usd())
            + " spent"
            + (status.isSimulated() ? MoneyText.SIMULATED : "");
    boolean onTheWire = status.count(state -> state == TaskState.SUBMITTING) > 0;
    String which = onTheWire ? " in doubt or on the wire" : " in doubt";
    String inDoubt = doubtful ? ", " + Amounts.dollars(money.inDoubt().usd()) + which : "";
    String settled = MoneyText.settled(money);
    boolean amountsToNothing =
        money.spent().plus(money.inDoubt()).plus(money.settledDoubts()).usd().signum() == 0;
    return amountsToNothing && money.unpriced() > 0
        ? Count.of(money.unpriced(), "task") + " of unknown price"
        : spent
            + inDoubt
            + Formats.unpriced(", ", money.unpriced(), "task")
            + (settled.isEmpty() ? "" : "; " + settled);
  }

  private static String pace(double perMinute) {
    return String.format(Locale.ROOT, perMinute < 10 ? "%.1f" : "%.0f", perMinute) + " a minute";
  }
}
