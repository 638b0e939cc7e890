package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.plan.SendEstimate;
import dev.dailies.job.plan.ServerInspections.Asked;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.Plan;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Prints what a run would send, what it would cost, and how long it would take. */
final class Forecast {

  private final JobSetup setup;
  private final RunOutcome outcome;
  private final JobContext context;
  private final List<SendEstimate> estimates;
  private final Map<String, Long> changedClips;
  private final BinaryOperator<String> line;
  private final List<Asked> servers;

  /**
   * @param line the words to type for another command about the job and its arguments
   */
  Forecast(JobSetup setup, RunOutcome outcome, JobContext context, BinaryOperator<String> line) {
    this.setup = setup;
    this.line = line;
    this.changedClips = context.changedClips();
    this.outcome = outcome;
    this.context = context;
    this.estimates = context.estimates();
    this.servers = context.inspections();
  }

  /** The exit code of a plan: open rows are no failure here, since nothing was to be sent. */
  int code() {
    ExitCode code = ExitCode.of(outcome);
    if (code == ExitCode.FAILURE || code == ExitCode.INPUT) {
      return code.code();
    }
    return isHopeless() ? ExitCode.ACCOUNT.code() : 0;
  }

  /** True if some provider has no server that could do the work. */
  private boolean isHopeless() {
    return servers.stream().collect(Collectors.groupingBy(Asked::provider)).values().stream()
        .anyMatch(all -> all.stream().noneMatch(asked -> asked.inspection().isFit()));
  }

  void print(PrintWriter out) {
    Plan plan = outcome.plan();
    if (plan != null) {
      new ProblemList(setup.files().manifest(), context.plans(), plan).print(out);
      Plan.Counts counts = plan.counts();
      out.println(
          "%s, %d of them cannot be planned; %s would be made again"
              .formatted(
                  Count.of(counts.rows(), "row"),
                  counts.rejectedRows(),
                  Count.of(counts.regenerated(), "clip")));
    }
    paidAgain().print(out);
    outcome.stopReasons().forEach(reason -> out.println("Nothing may be sent: " + reason.text()));
    servers.forEach(asked -> out.println(asked.line()));
    context.assumptions().forEach(out::println);
    estimates.forEach(estimate -> out.println(describe(estimate)));
    new ChangedWorkflows(changedClips, line).print(out);
    if (estimates.isEmpty()) {
      out.println("Nothing is left to send");
    }
    out.flush();
  }

  void printJson(PrintWriter out) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message_type", "plan");
    fields.put("plan", outcome.plan());
    fields.put("to_send", estimates.stream().map(Forecast::fields).toList());
    fields.put("paid_again", paidAgain().fields());
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

  private static String describe(SendEstimate estimate) {
    return "%s: %s to send, %s; at least %s at %s"
        .formatted(
            estimate.provider(),
            Count.of(estimate.tasks(), "task"),
            Formats.cost(estimate.expected()),
            Formats.elapsed(estimate.submitTime()),
            estimate.rate());
  }
}
