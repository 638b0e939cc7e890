package dev.dailies.cli.words;

import dev.dailies.ledger.Plan.RowProblem;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Problem.Severity;
import dev.dailies.text.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A problem that rows share, whatever stands in their cells. */
final class SameProblem {

  /** Two of a kind are shorter than a line that says so. */
  private static final int FEW = 2;

  private static final int LINES = 3;

  private final List<RowProblem> first = new ArrayList<>();
  private long count;

  /** What makes two problems one: of what is only to be known the example does not count. */
  static Object key(Problem problem) {
    boolean isNote = problem.severity() == Severity.NOTE;
    return List.of(
        problem.severity(), problem.column(), problem.message(), isNote ? "" : problem.fix());
  }

  void add(RowProblem found) {
    if (first.size() < LINES) {
      first.add(found);
    }
    count++;
  }

  Severity severity() {
    return first.get(0).problem().severity();
  }

  /** The lines that tell of it: one, but for few rows, which have one each. */
  List<Told> lines(String file) {
    if (count <= FEW) {
      return first.stream()
          .map(found -> new Told(severity(), found.line(), line(file, found), 1))
          .toList();
    }
    String lines =
        first.stream().map(found -> Long.toString(found.line())).collect(Collectors.joining(", "));
    String text =
        "%s (%s: lines %s%s)"
            .formatted(
                line(file, first.get(0)),
                Count.of(count, "row"),
                lines,
                count > LINES ? ", …" : "");
    return List.of(new Told(severity(), first.get(0).line(), text, count));
  }

  /**
   * A line for people.
   *
   * @param line of the manifest, the first that it is about
   * @param rows that it is about
   */
  record Told(Severity severity, long line, String text, long rows) {}

  /** Notes of one kind are about one column, or about options. */
  String kind() {
    String column = first.get(0).problem().column();
    return column.startsWith("options.") ? "options" : column;
  }

  /** What is to be known, and of how many rows. */
  String note() {
    Problem problem = first.get(0).problem();
    String example = problem.fix().isEmpty() ? "" : ": " + problem.fix();
    String rows = count > 1 ? " (" + Count.of(count, "row") + ")" : "";
    return problem.message() + example + rows;
  }

  private static String line(String file, RowProblem found) {
    Problem problem = found.problem();
    String value = problem.value() == null ? "" : " '" + problem.value() + "'";
    String place = problem.column().isEmpty() ? "" : problem.column() + value + ": ";
    String fix = problem.fix().isEmpty() ? "" : "; " + problem.fix();
    return "%s:%d: %s: %s%s%s"
        .formatted(
            file, found.line(), Formats.lower(problem.severity()), place, problem.message(), fix);
  }
}
