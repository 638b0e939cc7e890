package dev.dailies.job.doctor;

import dev.dailies.job.plan.SendTable;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.Plan;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.text.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Can the shot list be read, and would its rows be sent? */
final class ListCheck implements Check {

  private static final String MISTAKES = "correct it; 'plan' names every mistake";

  private final Subject subject = Subject.of("list");
  private final RunOutcome outcome;
  private final RowProblems problems;
  private final SendTable table;
  private final Set<String> asked;
  private final boolean isCurrent;

  /**
   * @param asked the providers of which more is told elsewhere
   * @param isCurrent false if what was sent before is not known
   */
  ListCheck(
      RunOutcome outcome,
      RowProblems problems,
      SendTable table,
      Set<String> asked,
      boolean isCurrent) {
    this.asked = Set.copyOf(asked);
    this.outcome = outcome;
    this.problems = problems;
    this.table = table;
    this.isCurrent = isCurrent;
  }

  @Override
  public List<Finding> look() {
    List<Finding> found = new ArrayList<>();
    outcome.stopReasons().stream()
        .filter(reason -> !asked.contains(String.valueOf(reason.provider())))
        .forEach(reason -> found.add(told(reason)));
    found.addAll(problems.warnings(subject, false));
    Plan plan = outcome.plan();
    if (plan != null && plan.isAdmitted() && plan.counts().rejectedRows() > 0) {
      found.add(subject.warning(whole(plan) + problems.firstError(), MISTAKES));
    }
    if (found.isEmpty() && plan != null) {
      found.add(subject.ok(whole(plan)));
    }
    return found;
  }

  private Finding told(StopReason reason) {
    return subject.failure(
        code(reason.kind()), reason.text() + problems.firstError(), remedy(reason));
  }

  private static ExitCode code(Kind kind) {
    return switch (kind) {
      case UNAVAILABLE -> ExitCode.UNAVAILABLE;
      case FAILURE -> ExitCode.FAILURE;
      default -> ExitCode.INPUT;
    };
  }

  private static String remedy(StopReason reason) {
    return reason.kind() == Kind.UNAVAILABLE ? "look whether it is there, and try again" : MISTAKES;
  }

  private String whole(Plan plan) {
    String rows = Count.of(plan.counts().rows(), "row");
    String left =
        plan.counts().rejectedRows() == 0
            ? ""
            : ", %d of them left out".formatted(plan.counts().rejectedRows());
    long takes = table.all().takes();
    if (!isCurrent) {
      return rows + left;
    }
    return takes == 0
        ? rows + left + ", and nothing is left to send"
        : "%s%s, %s to send".formatted(rows, left, Count.of(takes, "take"));
  }
}
