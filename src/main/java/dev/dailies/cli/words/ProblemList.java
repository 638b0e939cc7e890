package dev.dailies.cli.words;

import dev.dailies.cli.words.SameProblem.Told;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plan.RowProblem;
import dev.dailies.ledger.Plans;
import dev.dailies.provider.Problem.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the problems of a plan in a form that people and editors can follow: file, line, column,
 * value, fix. What is wrong with many rows in the same way is one line.
 */
final class ProblemList {

  private static final int MOST = 50;

  private static final int MOST_OF_A_KIND = 5;

  /** As many are looked at: what is the same in all of them is said once. */
  private static final int LOOKED_AT = 5_000;

  private final Path manifest;
  private final Plans plans;
  private final Plan plan;

  ProblemList(Path manifest, Plans plans, Plan plan) {
    this.manifest = manifest;
    this.plans = plans;
    this.plan = plan;
  }

  /** Prints what is wrong, or odd: what is only to be known a plan has said. */
  void print(PrintWriter out) {
    List<SameProblem> found = found();
    found.removeIf(same -> same.severity() == Severity.NOTE);
    String file = file();
    List<Told> shown =
        found.stream()
            .flatMap(same -> same.lines(file).stream())
            .sorted(Comparator.comparing(Told::severity).thenComparing(Told::line))
            .limit(MOST)
            .toList();
    shown.forEach(told -> out.println(told.text()));
    long all =
        Stream.of(Severity.ERROR, Severity.WARNING)
            .mapToLong(severity -> plans.countProblems(plan.number(), severity))
            .sum();
    long more = all - shown.stream().mapToLong(Told::rows).sum();
    if (more > 0) {
      out.println("… and " + more + " more; failures.csv has every bad row");
    }
  }

  /** Prints the same, and then what is only to be known: one line for each kind. */
  void printWithNotes(PrintWriter out) {
    print(out);
    found().stream()
        .filter(same -> same.severity() == Severity.NOTE)
        .collect(
            Collectors.groupingBy(
                SameProblem::kind,
                LinkedHashMap::new,
                Collectors.mapping(SameProblem::note, Collectors.toList())))
        .values()
        .forEach(notes -> out.println(file() + ": " + inOneLine(notes)));
  }

  private static String inOneLine(List<String> notes) {
    int more = notes.size() - MOST_OF_A_KIND;
    return notes.stream().limit(MOST_OF_A_KIND).collect(Collectors.joining("; "))
        + (more > 0 ? "; … and " + more + " more" : "");
  }

  private String file() {
    return String.valueOf(manifest.getFileName());
  }

  private List<SameProblem> found() {
    Map<Object, SameProblem> found = new LinkedHashMap<>();
    for (RowProblem one : plans.problems(plan.number(), LOOKED_AT)) {
      found.computeIfAbsent(SameProblem.key(one.problem()), key -> new SameProblem()).add(one);
    }
    return new ArrayList<>(found.values());
  }
}
