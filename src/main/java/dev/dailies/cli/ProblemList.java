package dev.dailies.cli;

import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plan.RowProblem;
import dev.dailies.ledger.Plans;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Problem.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prints the problems of a plan in a form that people and editors can follow: file, line, column,
 * value, fix.
 */
final class ProblemList {

  private static final int MOST = 50;

  private final Path manifest;
  private final Plans plans;
  private final Plan plan;

  ProblemList(Path manifest, Plans plans, Plan plan) {
    this.manifest = manifest;
    this.plans = plans;
    this.plan = plan;
  }

  void print(PrintWriter out) {
    plans.problems(plan.number(), MOST).stream().map(this::describe).forEach(out::println);
    long all =
        plans.countProblems(plan.number(), Severity.ERROR)
            + plans.countProblems(plan.number(), Severity.WARNING);
    if (all > MOST) {
      out.println("… and " + (all - MOST) + " more; failures.csv has every bad row");
    }
  }

  private String describe(RowProblem found) {
    Problem problem = found.problem();
    String value = problem.value() == null ? "" : " '" + problem.value() + "'";
    return "%s:%d: %s: %s%s: %s; %s"
        .formatted(
            manifest.getFileName(),
            found.line(),
            problem.severity().name().toLowerCase(Locale.ROOT),
            problem.column(),
            value,
            problem.message(),
            problem.fix());
  }
}
