package dev.dailies.manifest;

import dev.dailies.provider.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of a row under check, with the problems found so far. */
final class Cells {

  private final Row row;
  private final List<Problem> problems = new ArrayList<>();

  Cells(Row row) {
    this.row = row;
    problems.addAll(row.problems());
  }

  @Nullable String get(String column) {
    return row.cells().get(column);
  }

  Map<String, String> all() {
    return row.cells();
  }

  List<String> columns() {
    return List.copyOf(row.cells().keySet());
  }

  void error(String column, String message, String fix) {
    problems.add(Problem.error(column, shown(column, get(column)), message, fix));
  }

  /** An error of one part of a cell. */
  void error(String column, String part, String message, String fix) {
    problems.add(Problem.error(column, shown(column, part), message, fix));
  }

  /** A warning about one part of a cell. */
  void warning(String column, String part, String message, String fix) {
    problems.add(Problem.warning(column, shown(column, part), message, fix));
  }

  /** How a cell is understood; the example tells what it means for this row. */
  void note(String column, String message, String example) {
    problems.add(Problem.note(column, shown(column, get(column)), message, example));
  }

  /** A problem that somebody else found; its value is shortened like any other. */
  void add(Problem found) {
    problems.add(
        new Problem(
            found.severity(),
            found.column(),
            shown(found.column(), found.value()),
            found.message(),
            found.fix()));
  }

  /** Whether a problem of that column is known that is at least as bad. */
  boolean knows(Problem found) {
    return problems.stream()
        .filter(known -> known.isError() || !found.isError())
        .anyMatch(known -> known.column().equals(found.column()));
  }

  /** True if the row may be sent as far as anybody knows. */
  boolean isSound() {
    return problems.stream().noneMatch(Problem::isError);
  }

  boolean isSound(String column) {
    return problems.stream().noneMatch(p -> p.isError() && p.column().equals(column));
  }

  /** In the order in which the documentation gives the columns. */
  List<Problem> problems() {
    return problems.stream().sorted(Comparator.comparingInt(Cells::place)).toList();
  }

  private static int place(Problem problem) {
    int place = Columns.NAMES.indexOf(problem.column());
    return place < 0 ? Columns.NAMES.size() : place;
  }

  private static @Nullable String shown(String column, @Nullable String value) {
    return value == null ? null : DisplayText.cell(column, value);
  }
}
