package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.ClipFiles;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.pacing.StopReason;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints the end of every run: counts, money, every failed row, and what to type next. */
final class RunSummary {

  private static final int MOST = 50;
  private static final int MOST_DOUBTS = 10;

  /** The states of tasks to list. Rows that could not be planned are listed with their problems. */
  private static final Set<TaskState> LISTED =
      EnumSet.of(
          TaskState.REJECTED,
          TaskState.FAILED,
          TaskState.CANCELLED,
          TaskState.LOST,
          TaskState.UNDELIVERED,
          TaskState.IN_DOUBT);

  private final JobSetup setup;
  private final RunOutcome outcome;
  private final TaskQueries queries;
  private final Plans plans;
  private final ClipFiles files;
  private final String again;
  private final BinaryOperator<String> line;
  private final DoubtLines doubtLines;
  private final ChangedWorkflows changedWorkflows;
  private final List<String> remarks;
  private int doubts;
  private @Nullable String inDoubt;

  /**
   * @param again the command that continues what was done
   * @param line the words to type for another command about the job and its arguments
   */
  RunSummary(
      JobSetup setup,
      RunOutcome outcome,
      JobContext context,
      String again,
      BinaryOperator<String> line) {
    this.setup = setup;
    this.doubtLines = new DoubtLines(context.doubtSheet(), line);
    this.changedWorkflows = new ChangedWorkflows(context.changedClips(), line);
    this.again = again;
    this.line = line;
    this.outcome = outcome;
    this.queries = context.queries();
    this.remarks = context.remarks();
    this.plans = context.plans();
    this.files = context.clipFiles();
  }

  void tell(ExitCode code, boolean json, PrintWriter out) {
    if (json) {
      printJson(code, out);
    } else {
      print(code, out);
    }
  }

  private void print(ExitCode code, PrintWriter out) {
    Plan plan = outcome.plan();
    if (plan != null) {
      new ProblemList(setup.files().manifest(), plans, plan).print(out);
    }
    printTroubles(out);
    new SameFiles(queries).print(out);
    new LostClips(queries, files).print(line.apply("fetch", ""), out);
    changedWorkflows.print(out);
    outcome.stopReasons().stream().map(RunSummary::describe).forEach(out::println);
    remarks.forEach(remark -> out.println("Note: " + remark));
    waits().forEach(out::println);
    out.println(counts());
    out.println(money());
    out.println("Report: " + setup.shown(setup.files().output().resolve("report.html")));
    out.println("Exit " + code.code() + ": " + meaning(code));
    out.println("Next: " + next(code));
    out.flush();
  }

  private void printJson(ExitCode code, PrintWriter out) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("message_type", "summary");
    line.put("counts", outcome.current());
    line.put("spent_usd", outcome.money().spent().usd());
    line.put("in_doubt_usd", outcome.money().inDoubt().usd());
    line.put("same_files", new SameFiles(queries).names());
    LostClips clips = new LostClips(queries, files);
    line.put("lost_files", clips.lost());
    line.put("warnings", clips.warnings());
    line.put("stop_reasons", outcome.stopReasons().stream().map(StopReason::text).toList());
    line.put("remarks", remarks);
    line.put("waits", outcome.waits());
    line.put("exit_code", code.code());
    line.put("exit_meaning", meaning(code));
    JsonLines.print(line, out);
  }

  private void printTroubles(PrintWriter out) {
    List<String> lines = new ArrayList<>();
    int[] listed = {0};
    int[] more = {0};
    queries.forEach(
        view -> {
          if (!isListed(view)) {
            return;
          }
          if (inDoubt == null && view.task().state() == TaskState.IN_DOUBT) {
            inDoubt = view.task().name();
          }
          if (listed[0]++ < MOST) {
            lines.add(describe(view));
            lines.addAll(doubtLines(view));
          } else {
            more[0]++;
          }
        });
    lines.forEach(out::println);
    if (more[0] > 0) {
      out.println("… and " + more[0] + " more, all in results.csv");
    }
  }

  /** Only for the first few, so that the summary stays in sight. */
  private List<String> doubtLines(TaskView view) {
    return view.task().state() == TaskState.IN_DOUBT && doubts++ < MOST_DOUBTS
        ? doubtLines.of(view).toList()
        : List.of();
  }

  private static boolean isListed(TaskView view) {
    boolean inDoubt = view.task().state() == TaskState.IN_DOUBT;
    boolean planned = view.task().shot() != null;
    return inDoubt || (LISTED.contains(view.task().state()) && planned && view.current());
  }

  private static String describe(TaskView view) {
    String reason = view.task().reason();
    String code = view.task().reasonCode();
    return "%s  %s%s%s"
        .formatted(
            view.task().name(),
            Formats.state(view.task().state()),
            code == null ? "" : " (" + code + ")",
            reason == null ? "" : ": " + reason);
  }

  private static String describe(StopReason reason) {
    String when =
        reason.comeBack() == null
            ? ""
            : "; come back after " + Formats.local(reason.comeBack(), ZoneId.systemDefault());
    return "Stopped sending: " + reason.text() + when;
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

  private String counts() {
    String time = Formats.elapsed(Duration.between(outcome.startedAt(), outcome.endedAt()));
    String counts =
        outcome.current().entrySet().stream()
            .map(entry -> entry.getValue() + " " + Formats.state(entry.getKey()))
            .collect(Collectors.joining(", "));
    return (counts.isEmpty() ? "No rows" : counts) + " in " + time;
  }

  private String money() {
    Money money = outcome.money();
    return "Spent "
        + Formats.dollars(money.spent().usd())
        + (queries.providerTypesUsed().contains("simulator") ? " (simulated)" : "")
        + (money.inDoubt().usd().signum() > 0
            ? ", in doubt " + Formats.dollars(money.inDoubt().usd())
            : "")
        + Formats.unpriced(", ", money.unpriced(), "task");
  }

  private String meaning(ExitCode code) {
    return code == ExitCode.OK && outcome.moved() == 0 ? "nothing to do" : code.meaning();
  }

  /** At servers of one's own, what was refused once may have been no fault of the row. */
  private String afterMending() {
    boolean isOwn = queries.providerTypesUsed().contains("comfyui");
    return isOwn && outcome.count(TaskState.REJECTED) > 0
        ? "; if the workflow or the server was mended, "
            + line.apply("retry", "--class input")
            + " has refused rows sent again"
        : "";
  }

  private String letGo() {
    return "; "
        + line.apply("resolve", "ID --give-up")
        + " lets a task go that does not end (--stuck instead of ID: all of them)";
  }

  private String next(ExitCode code) {
    return switch (code) {
      case OK -> "open the report";
      case INPUT -> "mend what is listed above, then " + again;
      case CREDENTIALS -> "mend the key, then " + again;
      case IN_DOUBT ->
          line.apply("explain", Objects.requireNonNullElse(inDoubt, "ID"))
              + " tells where to look, and how to decide";
      case SOME_FAILED ->
          onlyUndelivered()
              ? line.apply("fetch", "") + " fetches what was generated and is not here, free"
              : "see failures.csv; edit the rows in the manifest, then "
                  + again
                  + "; "
                  + line.apply("retry", "--dry-run")
                  + " tells what may be repeated as it is"
                  + afterMending();
      case DEADLINE -> again + letGo();
      case UNAVAILABLE -> outcome.count(TaskState.SUBMITTED) > 0 ? again + letGo() : again;
      default -> again;
    };
  }

  /** To edit such a row would have it made, and paid for, once more. */
  private boolean onlyUndelivered() {
    return outcome.count(TaskState.REJECTED, TaskState.FAILED, TaskState.LOST, TaskState.CANCELLED)
        == 0;
  }
}
