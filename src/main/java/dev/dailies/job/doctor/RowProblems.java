package dev.dailies.job.doctor;

import dev.dailies.ledger.Plan.RowProblem;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Problem.Severity;
import dev.dailies.text.Count;
import dev.dailies.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a plan has found wrong with rows; of what is the same in many, the first. */
final class RowProblems {

  private static final int MOST = 3;
  private static final int LONGEST = 160;
  private static final String MODEL = "model";

  private final List<RowProblem> all;

  /** Of the first problems of a plan, errors first. */
  RowProblems(List<RowProblem> all) {
    this.all = List.copyOf(all);
  }

  /** The first error, as in {@code : line 3, model 'gen3a_turbo': …}; empty if there is none. */
  String firstError() {
    return all.stream()
        .filter(found -> found.problem().isError())
        .findFirst()
        .map(found -> ": " + told(found))
        .orElse("");
  }

  /**
   * What is odd about rows but keeps none from being sent, about their models or about all else.
   */
  List<Finding> warnings(Subject subject, boolean ofModels) {
    Predicate<Problem> wanted =
        problem ->
            problem.severity() == Severity.WARNING && problem.column().equals(MODEL) == ofModels;
    Map<String, List<RowProblem>> kinds = new LinkedHashMap<>();
    all.stream()
        .filter(found -> wanted.test(found.problem()))
        .forEach(
            found ->
                kinds.merge(
                    found.problem().message(), List.of(found), (one, other) -> joined(one, other)));
    return kinds.values().stream().limit(MOST).map(same -> warning(subject, same)).toList();
  }

  private static List<RowProblem> joined(List<RowProblem> one, List<RowProblem> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static Finding warning(Subject subject, List<RowProblem> same) {
    String more =
        same.size() == 1 ? "" : ", and %s more".formatted(Count.of(same.size() - 1, "row"));
    String fix = same.get(0).problem().fix();
    return subject.warning(told(same.get(0)) + more, fix.isEmpty() ? null : fix);
  }

  private static String told(RowProblem found) {
    Problem problem = found.problem();
    String cell =
        problem.value() == null || problem.value().isEmpty()
            ? problem.column()
            : "%s '%s'".formatted(problem.column(), PlainText.oneLine(problem.value(), 40));
    String place = found.line() == 0 ? "" : "line " + found.line();
    String where = place.isEmpty() || cell.isEmpty() ? place + cell : place + ", " + cell;
    return PlainText.oneLine((where.isEmpty() ? "" : where + ": ") + problem.message(), LONGEST);
  }
}
