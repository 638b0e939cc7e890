package dev.dailies.manifest.table;

import dev.dailies.manifest.Columns;
import dev.dailies.manifest.DisplayText;
import dev.dailies.manifest.Invisible;
import dev.dailies.manifest.Row;
import dev.dailies.provider.Problem;
import dev.dailies.text.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first row of a manifest.
 *
 * @param columns canonical names, in the file's order
 */
record Header(List<String> columns) {

  static final String EXAMPLE = "the first line must name the columns, as in id,prompt,image";

  private static final int LONGEST_NAME = 100;

  /** Reads the names, or says everything that is wrong with them at once. */
  static Header of(List<String> names, long line, String file) {
    List<String> headings = withoutBlankEnd(names);
    if (headings.stream().map(Columns::canonical).noneMatch(Header::isNearlyKnown)) {
      throw UnreadableManifestException.at(file, line, "not a header; " + EXAMPLE);
    }
    HeadingRules rules = new HeadingRules(headings);
    if (!rules.faults().isEmpty()) {
      throw UnreadableManifestException.at(file, line, String.join("; ", rules.faults()));
    }
    return new Header(rules.columns());
  }

  private static boolean isNearlyKnown(String name) {
    return Columns.isKnown(name) || NearestName.to(name, Columns.NAMES).isPresent();
  }

  /** What people should know of the columns; nothing of most. */
  List<Problem> remarks() {
    List<String> own = columns.stream().filter(Columns::isOwn).map(DisplayText::text).toList();
    if (own.isEmpty()) {
      return List.of();
    }
    String what =
        own.size() == 1
            ? own.get(0) + " is not a column of Dailies; it is kept and shown"
            : String.join(", ", own) + " are not columns of Dailies; they are kept and shown";
    return List.of(Problem.note("", null, what, ""));
  }

  private static List<String> withoutBlankEnd(List<String> names) {
    int end = names.size();
    while (end > 1 && Invisible.isBlank(names.get(end - 1))) {
      end--;
    }
    return names.subList(0, end);
  }

  /** How many cells of a row count: none that is empty and has no column. */
  int width(List<String> values) {
    return Math.max(columns.size(), withoutBlankEnd(values).size());
  }

  /**
   * A row by its columns. Cells that a spreadsheet leaves out at its end are empty; of a row of
   * which nobody can say which cell belongs to which column, all are strays.
   *
   * @param cutOff true if the file ends within the row's line
   */
  Row row(List<String> values, long line, boolean cutOff) {
    Map<String, String> cells = cells(values);
    if (values.size() > columns.size()) {
      return new Row(line, cells, values, List.of(tooMany(values)));
    }
    if (cells.containsKey(Columns.SURPLUS)) {
      return new Row(line, cells, values, List.of(leftOver(cells.get(Columns.SURPLUS))));
    }
    boolean isShort = values.size() < columns.size();
    if (isShort && isCut(values)) {
      return new Row(line, cells, values, List.of(cut(values)));
    }
    if (repeatsHeader(values)) {
      return new Row(line, cells, values, List.of(repeated(values)));
    }
    return new Row(line, cells, List.of(), isShort && cutOff ? List.of(cutOff(values)) : List.of());
  }

  private Map<String, String> cells(List<String> values) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
      String column = columns.get(i);
      String value = values.get(i);
      if (!Columns.isText(column) && Columns.isKnown(column)) {
        value = Invisible.stripAll(value);
      }
      if (!Invisible.isBlank(value) && !Columns.REMARKS.contains(column)) {
        cells.put(column, value);
      }
    }
    if (values.size() > columns.size()) {
      String surplus = String.join(" | ", values.subList(columns.size(), values.size())).strip();
      cells.put(Columns.SURPLUS, surplus);
      cells.values().removeIf(String::isBlank);
    }
    return cells;
  }

  /** A quote without its like: the row may end where a text was cut. */
  private static boolean isCut(List<String> values) {
    return values.stream().anyMatch(value -> value.chars().filter(c -> c == '"').count() % 2 == 1);
  }

  /** Whoever puts manifests one behind the other gets their headers too. */
  private boolean repeatsHeader(List<String> values) {
    List<String> names = values.stream().filter(value -> !Invisible.isBlank(value)).toList();
    return names.size() > 1
        && names.stream().allMatch(this::isName)
        && names.stream().map(Columns::canonical).filter(this::isOurs).distinct().count() > 1;
  }

  private boolean isName(String value) {
    if (value.length() > LONGEST_NAME) {
      return false;
    }
    String name = Columns.canonical(value);
    return Columns.isKnown(name) || columns.contains(name);
  }

  private boolean isOurs(String name) {
    return Columns.isKnown(name) && columns.contains(name);
  }

  private Problem repeated(List<String> values) {
    return Problem.error(
        columns.get(0),
        DisplayText.text(values.get(0)),
        "this line names the columns, as the first one does",
        "delete it");
  }

  private Problem cutOff(List<String> values) {
    return Problem.warning(
        columns.get(values.size() - 1),
        null,
        counts(values) + ", and the file ends within its line: it may be cut off",
        "look whether the row is whole, and end it with a line break");
  }

  private Problem cut(List<String> values) {
    return Problem.error(
        columns.get(values.size()),
        null,
        counts(values) + ", and a quote in it has no like: it may be cut off",
        "give every column a cell, and put a cell that holds quotes or line breaks in quotes");
  }

  private String counts(List<String> values) {
    return "the row has %d cells, the header has %d".formatted(values.size(), columns.size());
  }

  private Problem tooMany(List<String> values) {
    int expected = columns.size();
    return Problem.error(
        columns.get(expected - 1),
        values.get(expected).isEmpty() ? null : DisplayText.text(values.get(expected)),
        counts(values),
        "put quotes around a cell that holds the delimiter: \"one, two\"");
  }

  private static Problem leftOver(@Nullable String surplus) {
    return Problem.error(
        Columns.SURPLUS,
        surplus == null ? null : DisplayText.text(surplus),
        "the row had more cells than columns",
        "move the text to where it belongs, and empty this cell");
  }
}
