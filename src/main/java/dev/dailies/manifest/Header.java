package dev.dailies.manifest;

import dev.dailies.provider.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The first row of a manifest.
 *
 * @param columns canonical names, in the file's order
 */
record Header(List<String> columns) {

  static final String EXAMPLE = "the first line must name the columns, as in id,prompt,image";

  /** Reads the names, or says everything that is wrong with them at once. */
  static Header of(CSVRecord record, long line, String file) {
    List<String> columns = withoutBlankEnd(record.stream().map(Columns::canonical).toList());
    if (columns.stream().noneMatch(Header::isNearlyKnown)) {
      throw UnreadableManifestException.at(file, line, "not a header; " + EXAMPLE);
    }
    List<String> faults = faults(columns);
    if (!faults.isEmpty()) {
      throw UnreadableManifestException.at(file, line, String.join("; ", faults));
    }
    return new Header(columns);
  }

  private static boolean isNearlyKnown(String name) {
    return Columns.isKnown(name) || NearestName.to(name, Columns.NAMES).isPresent();
  }

  private static List<String> faults(List<String> columns) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      String place = " (column " + (i + 1) + ")";
      int first = columns.indexOf(name);
      if (name.isEmpty()) {
        faults.add("column " + (i + 1) + " has no name; name it or remove it");
      } else if (first < i) {
        faults.add("duplicate column '" + name + "'" + place + ", first at column " + (first + 1));
      } else if (!Columns.isKnown(name)) {
        faults.add("unknown column '" + DisplayText.text(name) + "'" + place + "; " + advice(name));
      } else if (hasEmptyPart(name)) {
        faults.add("'" + name + "'" + place + " has an empty part; write options.name");
      }
    }
    if (faults.isEmpty()
        && columns.stream().noneMatch(List.of("prompt", "image", "video")::contains)) {
      faults.add("no column says what to make; add prompt, image or video");
    }
    return faults;
  }

  private static String advice(String name) {
    return NearestName.to(name, Columns.NAMES)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("use one of " + String.join(", ", Columns.NAMES) + ", options.<path>");
  }

  private static boolean hasEmptyPart(String name) {
    return name.startsWith(Columns.OPTIONS)
        && List.of(name.split("\\.", -1)).stream().anyMatch(String::isBlank);
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
      String value = Columns.isText(column) ? values.get(i) : Invisible.stripAll(values.get(i));
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
        && Columns.isKnown(Columns.canonical(names.get(0)))
        && names.stream().map(Columns::canonical).allMatch(Columns::isKnown)
        && columns.stream()
                .filter(names.stream().map(Columns::canonical).toList()::contains)
                .count()
            > 1;
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
