package dev.dailies.cli.words;

import dev.dailies.job.JobContext;
import dev.dailies.job.plan.SendTable.Share;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.report.FailuresFile;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Count;
import dev.dailies.text.Times;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints the end of every run: counts, money, every failed row, and what to type next. */
public final class RunSummary {

  private final JobSetup setup;
  private final RunOutcome outcome;
  private final JobContext context;
  private final TaskQueries queries;
  private final Plans plans;
  private final LostClips clips;
  private final String again;
  private final Paint paint;
  private final BinaryOperator<String> line;
  private final TroubleList troubles;
  private final ChangedWorkflows changedWorkflows;
  private final NextStep next;
  private boolean tellsList = true;

  /**
   * @param again the command that continues what was done
   * @param line the words to type for another command about the job and its arguments
   */
  public RunSummary(
      JobSetup setup,
      RunOutcome outcome,
      JobContext context,
      String again,
      BinaryOperator<String> line,
      Paint paint) {
    this.paint = paint;
    this.setup = setup;
    this.changedWorkflows = new ChangedWorkflows(context.changedClips(), line);
    this.again = again;
    this.line = line;
    this.outcome = outcome;
    this.queries = context.queries();
    this.troubles =
        new TroubleList(setup, queries, new DoubtLines(context.doubtSheet(), line), line, paint);
    this.clips = new LostClips(context);
    this.next = new NextStep(setup, outcome, context, troubles, clips, line);
    this.context = context;
    this.plans = context.plans();
  }

  /** Prints how the run ended, what it brought and cost, and what to do next. */
  public void tell(ExitCode code, boolean json, PrintWriter out) {
    if (json) {
      printJson(code, out);
    } else {
      print(code, out);
    }
  }

  /** The same of a command that has not read the list, so what is wrong there is not its news. */
  public RunSummary withoutList() {
    tellsList = false;
    return this;
  }

  private void print(ExitCode code, PrintWriter out) {
    Plan plan = outcome.plan();
    if (plan != null && tellsList) {
      new ProblemList(setup.files().manifest(), plans, plan).print(out);
    }
    troubles.print(out);
    new SameFiles(queries).print(out);
    clips.print(line.apply("fetch", ""), out);
    changedWorkflows.print(out);
    outcome.stopReasons().stream().map(RunSummary::describe).forEach(out::println);
    context.remarks().forEach(remark -> out.println("Note: " + remark));
    waits().forEach(out::println);
    ending(code).forEach(out::println);
    MoneyText.caps(outcome.caps()).ifPresent(out::println);
    out.println("Report: " + setup.shown(setup.files().output().resolve("report.html")));
    FailuresFile.told(setup.files().output()).ifPresent(out::println);
    EditedRows.told(setup, queries).ifPresent(out::println);
    letGo().ifPresent(out::println);
    leftByLimit(code).ifPresent(out::println);
    out.println(paint.strong("Next: " + next.after(code, again)));
    out.flush();
  }

  private void printJson(ExitCode code, PrintWriter out) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("message_type", "summary");
    line.put("counts", outcome.current());
    line.put("spent_usd", outcome.money().spent().usd());
    line.put("in_doubt_usd", outcome.money().inDoubt().usd());
    line.put("settled_doubts_usd", outcome.money().settledDoubts().usd());
    line.put("spent_unpriced", outcome.money().spent().unpriced());
    line.put("in_doubt_unpriced", outcome.money().inDoubt().unpriced());
    line.put("settled_doubts_unpriced", outcome.money().settledDoubts().unpriced());
    line.put("delivered_in_run", outcome.done().delivered());
    line.put("spent_in_run_usd", outcome.done().spent().usd());
    line.put("spent_in_run_unpriced", outcome.done().spent().unpriced());
    line.put("caps", outcome.caps());
    line.put("same_files", new SameFiles(queries).names());
    line.put("lost_files", clips.lost());
    line.put("warnings", clips.warnings());
    line.put("stop_reasons", outcome.stopReasons().stream().map(StopReason::text).toList());
    line.put("remarks", context.remarks());
    line.put("waits", outcome.waits());
    line.put("exit_code", code.code());
    boolean isIdle = code == ExitCode.OK && outcome.didNothing();
    line.put("exit_meaning", isIdle ? "nothing to do" : code.meaning(outcome));
    JsonLines.print(line, out);
  }

  private static String describe(StopReason reason) {
    String when =
        reason.comeBack() == null
            ? ""
            : ". Run again after " + Times.day(reason.comeBack()) + " (trying earlier is free)";
    boolean isName = reason.provider() != null && reason.text().startsWith(reason.provider());
    return (isName ? reason.text() : Formats.sentence(reason.text()))
        + when
        + (reason.text().endsWith("?") && when.isEmpty() ? "" : ".");
  }

  /** What it would still wait for, unless a stop reason has said so. */
  private Stream<String> waits() {
    return outcome.waits().stream()
        .filter(
            wait ->
                outcome.stopReasons().stream()
                    .noneMatch(stop -> stop.text().contains(wait.cause())))
        .map(wait -> "Waiting for " + wait.provider() + ": " + wait.told());
  }

  /** What this run has come to, and the job. */
  private Stream<String> ending(ExitCode code) {
    boolean isSaid = outcome.stopReasons().stream().anyMatch(RunSummary::saysItAll);
    String money = MoneyText.of(outcome.money(), outcome.done().spent(), simulated());
    return code == ExitCode.OK && outcome.didNothing() && doubts() == 0
        ? Stream.of(nothingToDo())
        : Stream.of(isSaid ? "" : Formats.sentence(code.meaning(outcome)) + ".", counts(), money)
            .filter(text -> !text.isEmpty());
  }

  /** Why a person or a limit has ended it. */
  private static boolean saysItAll(StopReason reason) {
    return switch (reason.kind()) {
      case INTERRUPTED, TERMINATED, HUNG_UP, DEADLINE, LIMIT, BUDGET, APPROVAL, DISK_FULL -> true;
      default -> false;
    };
  }

  private long doubts() {
    return outcome.all().getOrDefault(TaskState.IN_DOUBT, 0L);
  }

  private String nothingToDo() {
    if (outcome.all().isEmpty()) {
      return "Nothing to do: the list has no rows";
    }
    return "Nothing to do; %d %s delivered before%s, %s in all runs%s"
        .formatted(
            outcome.count(TaskState.DELIVERED),
            outcome.count(TaskState.DELIVERED) == 1 ? "was" : "were",
            EarlierClips.told(outcome.current(), outcome.all()),
            Formats.cost(outcome.money().spent()),
            simulated());
  }

  private String counts() {
    String time = Formats.elapsed(Duration.between(outcome.startedAt(), outcome.endedAt()));
    String counts =
        outcome.current().entrySet().stream()
            .map(entry -> entry.getValue() + " " + Formats.state(entry.getKey()) + ofThisRun(entry))
            .collect(Collectors.joining(", "));
    String earlier = EarlierClips.told(outcome.current(), outcome.all());
    return (counts.isEmpty() ? "No rows" : counts)
        + earlier
        + (earlier.isEmpty() ? " in " : ", in ")
        + time;
  }

  /** Empty if all of them were delivered by this run. */
  private String ofThisRun(Map.Entry<TaskState, Long> count) {
    long now = outcome.done().delivered();
    return count.getKey() != TaskState.DELIVERED || count.getValue() <= now
        ? ""
        : " (" + (now == 0 ? "none" : now) + " in this run)";
  }

  private String simulated() {
    return queries.isSimulated() ? MoneyText.SIMULATED : "";
  }

  /**
   * Only where tasks have taken longer than the deadline: what is paid for is not let go before.
   */
  private Optional<String> letGo() {
    List<StopReason> deadlines =
        outcome.stopReasons().stream().filter(reason -> reason.kind() == Kind.DEADLINE).toList();
    boolean timeWasUp = deadlines.stream().anyMatch(reason -> reason.provider() == null);
    return deadlines.isEmpty() || timeWasUp
        ? Optional.empty()
        : Optional.of(
            "To let go of %s, paid or not: %s"
                .formatted(
                    outcome.all().getOrDefault(TaskState.SUBMITTED, 0L) == 1 ? "it" : "them",
                    line.apply("resolve", "--stuck --give-up")));
  }

  /** What the next command would send. */
  private Optional<String> leftByLimit(ExitCode code) {
    Integer limit = setup.settings().limit();
    Integer sample = setup.settings().sample();
    if (code != ExitCode.LIMIT || (limit == null && sample == null)) {
      return Optional.empty();
    }
    Share left = context.sendTable().all();
    return Optional.of(
        "%s %s left, %s%s."
            .formatted(
                Count.of(left.takes(), "take"),
                left.takes() == 1 ? "is" : "are",
                Formats.price(left.expected(), left.takes(), "take"),
                sample == null
                    ? oneMore(limit, left)
                    : "; the next run sends them all, or %d with --sample=%d"
                        .formatted(sample, sample)));
  }

  private static String oneMore(@Nullable Integer limit, Share left) {
    return limit == null || left.takes() <= limit
        ? ""
        : "; the next run sends them all, or %d with --limit=%d".formatted(limit, limit);
  }
}
