package dev.dailies.cli.words;

import dev.dailies.job.JobContext;
import dev.dailies.job.plan.SendEstimate;
import dev.dailies.job.plan.SendTable;
import dev.dailies.job.plan.SendTable.Share;
import dev.dailies.job.plan.ServerInspections.Asked;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.submit.Approval.Question;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.TaskState;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Count;
import dev.dailies.text.Times;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Prints what a run would send, what it would cost, and how long it would take. */
public final class Forecast {

  /** Of these nothing was sent, or the rows that could not be planned count among them. */
  private static final Set<TaskState> UNSENT =
      EnumSet.of(TaskState.PLANNED, TaskState.REJECTED, TaskState.WITHDRAWN);

  private final JobSetup setup;
  private final RunOutcome outcome;
  private final JobContext context;
  private final List<SendEstimate> estimates;
  private final Map<String, Long> changedClips;
  private final BinaryOperator<String> line;
  private final List<Asked> servers;
  private final SendTable table;
  private final KeyList keys;
  private final Optional<Question> question;

  /**
   * @param line the words to type for another command about the job and its arguments
   */
  public Forecast(
      JobSetup setup, RunOutcome outcome, JobContext context, BinaryOperator<String> line) {
    this.setup = setup;
    this.line = line;
    this.changedClips = context.changedClips();
    this.outcome = outcome;
    this.context = context;
    this.estimates = context.estimates();
    this.servers = context.inspections();
    this.table = context.sendTable();
    this.question = context.approval().question();
    this.keys = new KeyList(setup, estimates.stream().map(SendEstimate::provider).toList());
  }

  /** The exit code of a plan: open rows are no failure here, since nothing was to be sent. */
  public int code() {
    ExitCode code = ExitCode.of(outcome);
    if (code == ExitCode.FAILURE || code == ExitCode.INPUT || code == ExitCode.UNAVAILABLE) {
      return code.code();
    }
    return isHopeless() ? ExitCode.ACCOUNT.code() : 0;
  }

  /** True if some provider has no server that could do the work. */
  private boolean isHopeless() {
    return servers.stream().collect(Collectors.groupingBy(Asked::provider)).values().stream()
        .anyMatch(all -> all.stream().noneMatch(asked -> asked.inspection().isFit()));
  }

  /** Prints what a run would send, for how much, and when all would be here. */
  public void print(PrintWriter out) {
    Plan plan = outcome.plan();
    if (plan != null) {
      new ProblemList(setup.files().manifest(), context.plans(), plan).printWithNotes(out);
    }
    if (plan == null || plan.finishedAt() == null) {
      printStopReasons(out);
    } else {
      rows(plan).ifPresent(out::println);
      printStopReasons(out);
      before().ifPresent(out::println);
      printWhatIsLeft(plan, out);
    }
    out.flush();
  }

  private void printStopReasons(PrintWriter out) {
    outcome.stopReasons().forEach(reason -> out.println(told(reason.text())));
  }

  /** Why nothing is sent, as a sentence. */
  public static String told(String why) {
    boolean isWhole = why.endsWith("?") || why.endsWith(".");
    return Formats.sentence(why) + (isWhole ? "" : ".");
  }

  /** How many rows there are, unless the reason of a refusal says it. */
  private static Optional<String> rows(Plan plan) {
    Plan.Counts counts = plan.counts();
    String rows = Count.of(counts.rows(), "row");
    if (counts.rejectedRows() == 0) {
      return Optional.of(rows + ", all valid.");
    }
    return plan.isAdmitted()
        ? Optional.of("%s, %d of them left out.".formatted(rows, counts.rejectedRows()))
        : Optional.empty();
  }

  /** What became of the takes that were sent before, as in {@code 12 delivered, 1 in doubt}. */
  private Optional<String> before() {
    String states =
        outcome.current().entrySet().stream()
            .filter(entry -> !UNSENT.contains(entry.getKey()))
            .map(entry -> entry.getValue() + " " + Formats.state(entry.getKey()))
            .collect(Collectors.joining(", "));
    return states.isEmpty() ? Optional.empty() : Optional.of("Sent before: " + states + ".");
  }

  private void printWhatIsLeft(Plan plan, PrintWriter out) {
    paidAgain().print(out);
    servers.forEach(asked -> out.println(asked.line()));
    context.assumptions().forEach(out::println);
    new ChangedWorkflows(changedClips, line).print(out);
    if (estimates.isEmpty()) {
      printNothing(plan, out);
      return;
    }
    Share all = table.all();
    out.println(
        "%s: %s, %s."
            .formatted(
                whatIsCounted(plan),
                Count.of(all.takes(), "take"),
                Formats.price(all.expected(), all.takes(), "take")));
    new PriceTable(table).print(out);
    new BudgetForecast(setup.caps(), outcome.caps(), table).lines().forEach(out::println);
    approval().ifPresent(out::println);
    keys.lines().forEach(out::println);
    estimates.stream().flatMap(estimate -> sending(estimate).stream()).forEach(out::println);
    if (plan.isAdmitted()) {
      ready().ifPresent(out::println);
    }
    out.println("Next: " + next(plan));
  }

  /** Rows with a mistake have no takes yet, so what all would cost is not known. */
  private static String whatIsCounted(Plan plan) {
    if (plan.isAdmitted()) {
      return "To send";
    }
    return plan.counts().rejectedRows() > 0
        ? "The rows without a mistake"
        : "To send once that is corrected";
  }

  /** A plan that is refused has not said what there is to send. */
  private void printNothing(Plan plan, PrintWriter out) {
    if (plan.isAdmitted()) {
      out.println("Nothing is left to send.");
    }
    ready().ifPresent(out::println);
    if (!plan.isAdmitted()) {
      out.println("Next: " + next(plan));
    } else if (doubts() > 0) {
      boolean goesOn = outcome.leavesWork();
      out.println(
          "Next: "
              + (goesOn
                  ? NextStep.settle(line, line.apply("run", ""))
                  : line.apply("resolve", "")));
    } else if (outcome.leavesWork()) {
      out.println("Next: " + line.apply("run", ""));
    }
  }

  private long doubts() {
    return outcome.all().getOrDefault(TaskState.IN_DOUBT, 0L);
  }

  /** Where a run will ask, or want the digest. */
  private Optional<String> approval() {
    return question
        .filter(Question::isNeeded)
        .map(
            wanted ->
                "A run asks before it sends that: %s is above confirm-above: %s. To approve it now: --approve=%s"
                    .formatted(wanted.told(), setup.settings().confirmAbove(), wanted.digest()));
  }

  private static Optional<String> sending(SendEstimate estimate) {
    return estimate.submitTime().toSeconds() == 0
        ? Optional.empty()
        : Optional.of(
            "Sending to %s takes %s, at %s."
                .formatted(
                    estimate.provider(), Times.span(estimate.submitTime()), estimate.rate()));
  }

  private Optional<String> ready() {
    return new ReadyLine(table.ready(), Instant.now()).line();
  }

  private String next(Plan plan) {
    if (plan.isAdmitted()) {
      return keys.step().map(step -> step + ", then ").orElse("") + line.apply("run", "");
    }
    return NextStep.lacksProvider(setup, context.plans(), plan)
        ? line.apply("plan", "-p NAME")
        : "correct what is listed above, then " + line.apply("plan", "");
  }

  /** Prints the same for a program. */
  public void printJson(PrintWriter out) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message_type", "plan");
    fields.put("plan", outcome.plan());
    fields.put("to_send", estimates.stream().map(Forecast::fields).toList());
    fields.put("paid_again", paidAgain().fields());
    fields.putAll(new PriceTable(table).fields());
    fields.put("digest", question.map(Question::digest).orElse(null));
    fields.put("approval_needed", question.filter(Question::isNeeded).isPresent());
    fields.put("caps", outcome.caps());
    fields.put("ready", new ReadyLine(table.ready(), Instant.now()).fields());
    fields.put("keys", keys.fields());
    fields.put("servers", servers.stream().map(Forecast::fields).toList());
    fields.put("changed_clips", changedClips);
    fields.put(
        "stop_reasons", outcome.stopReasons().stream().map(reason -> reason.text()).toList());
    JsonLines.print(fields, out);
  }

  private static Map<String, Object> fields(Asked asked) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("provider", asked.provider());
    fields.put("address", asked.address());
    fields.put("says", asked.inspection().words());
    fields.put("fit", asked.inspection().isFit());
    return fields;
  }

  private PaidAgainList paidAgain() {
    return new PaidAgainList(setup.files().manifest(), context.paidAgain());
  }

  private static Map<String, Object> fields(SendEstimate estimate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("provider", estimate.provider());
    fields.put("tasks", estimate.tasks());
    fields.put("expected_usd", estimate.expected().usd());
    fields.put("unpriced", estimate.expected().unpriced());
    fields.put("rate", estimate.rate());
    fields.put("submit_time", estimate.submitTime());
    return fields;
  }
}
