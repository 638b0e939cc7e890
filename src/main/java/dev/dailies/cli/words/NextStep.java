package dev.dailies.cli.words;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.Program;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plan.RowProblem;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.settings.JobSetup;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What to type next: the one command that comes first. */
public final class NextStep {

  /** More is not read in one line, beyond the program's own name. */
  private static final int WIDTH = 100;

  private final JobSetup setup;
  private final RunOutcome outcome;
  private final TaskQueries queries;
  private final Plans plans;
  private final TroubleList troubles;
  private final LostClips clips;
  private final BinaryOperator<String> line;

  /**
   * @param line the words to type for a command about the job and its arguments
   */
  NextStep(
      JobSetup setup,
      RunOutcome outcome,
      JobContext context,
      TroubleList troubles,
      LostClips clips,
      BinaryOperator<String> line) {
    this.setup = setup;
    this.outcome = outcome;
    this.queries = context.queries();
    this.plans = context.plans();
    this.troubles = troubles;
    this.clips = clips;
    this.line = line;
  }

  /**
   * The same for a command that has not run anything.
   *
   * @param planned the list that was planned last, if that is not the job's own
   * @param typed the words to type for a command about the job and its arguments
   */
  public static String of(
      JobSetup setup,
      JobContext context,
      LostClips clips,
      Optional<PlannedList> planned,
      BinaryOperator<String> typed) {
    RunOutcome outcome = context.ledgerOutcome();
    BinaryOperator<String> line =
        planned.filter(list -> outcome.leavesWork()).map(list -> list.lines(typed)).orElse(typed);
    TroubleList troubles =
        new TroubleList(
            setup, context.queries(), new DoubtLines(context.doubtSheet(), line), line, Paint.NONE);
    return new NextStep(setup, outcome, context, troubles, clips, line).asItStands(true);
  }

  /**
   * After a run.
   *
   * @param again the command that continues what was done
   */
  String after(ExitCode code, String again) {
    boolean mayFetch = !again.equals(fetch());
    return switch (code) {
      case OK -> asItStands(mayFetch);
      case INPUT ->
          lacksProvider(setup, plans, outcome.plan())
              ? again + " -p NAME"
              : "correct what is listed above, then " + again;
      case CREDENTIALS -> "set the right key, then " + again;
      case DISK_FULL -> "free some space, then " + again;
      case IN_DOUBT ->
          outcome.stoppedBy(Kind.CREDENTIALS)
              ? settle() + "; then set the right key and " + again
              : settle(again);
      case SOME_FAILED ->
          mayFetch && clips.areLost()
              ? fetch()
              : troubles.firstStep().orElse("correct what is listed above, then " + again)
                  + afterMending();
      default -> again;
    };
  }

  /**
   * As the ledger is, whoever has brought it there.
   *
   * @param mayFetch false if that was done just now: what it did not bring is not to be had
   */
  private String asItStands(boolean mayFetch) {
    if (outcome.all().getOrDefault(TaskState.IN_DOUBT, 0L) > 0) {
      return settle(line.apply("run", ""));
    }
    if (isRefused() || outcome.all().isEmpty()) {
      return line.apply("plan", "");
    }
    String run = line.apply("run", "");
    if (outcome.leavesWork()) {
      return run;
    }
    if (mayFetch && clips.areLost()) {
      return fetch();
    }
    return troubles
        .firstStep()
        .orElse(
            outcome.count(TaskState.REJECTED) > 0
                ? "correct the rows, then " + run
                : "open the report");
  }

  /** Then a run would send nothing, and the plan says why. */
  private boolean isRefused() {
    Plan plan = outcome.plan();
    return plan != null
        && !plan.isAdmitted()
        && outcome.count(TaskState.SUBMITTING, TaskState.SUBMITTED, TaskState.SUCCEEDED) == 0;
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

  /** The first mistake of all: then the rows are in order. */
  static boolean lacksProvider(JobSetup setup, Plans plans, @Nullable Plan plan) {
    return plan != null
        && setup.settings().provider() == null
        && plans.problems(plan.number(), 1).stream()
            .map(RowProblem::problem)
            .anyMatch(one -> one.column().equals("provider") && one.value() == null);
  }

  private String fetch() {
    return line.apply("fetch", "");
  }

  private String settle() {
    return line.apply("resolve", "");
  }

  /**
   * Settles the doubts, and goes on with what else is left.
   *
   * @param run the command that does
   */
  private String settle(String run) {
    return outcome.leavesWork() && !isRefused() ? settle(line, run) : settle();
  }

  /** The same in any case. */
  static String settle(BinaryOperator<String> line, String run) {
    String settle = line.apply("resolve", "");
    String both = settle + ", then " + run;
    return both.replace(Program.shown(), "").length() > WIDTH ? settle + ", then run again" : both;
  }
}
