package dev.dailies.manifest;

import dev.dailies.provider.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * The first row of a manifest.
 *
 * @param columns canonical names, in the file's order
 */
record Header(List<String> columns) {

  static final String EXAMPLE = "the first line must name the columns, as in id,prompt,image";

  /** Reads the names, or says everything that is wrong with them at once. */
  static Header of(CSVRecord record, long line, String file) {
    List<String> columns = record.stream().map(Columns::canonical).toList();
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

  /** A row of as many cells as there are columns, or one that keeps its cells as strays. */
  Row row(CSVRecord record, long line) {
    List<String> values = record.stream().map(String::strip).toList();
    return values.size() == columns.size() ? matched(values, line) : stray(values, line);
  }

  private Row matched(List<String> values, long line) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (!values.get(i).isEmpty() && !Columns.REMARKS.contains(column)) {
        cells.put(column, values.get(i));
      }
    }
    return new Row(line, cells, List.of(), List.of());
  }

  /** Which cell belongs to which column is a guess, and a guess would be paid for. */
  private Row stray(List<String> values, long line) {
    boolean hasId = columns.get(0).equals("id") && !values.get(0).isEmpty();
    Map<String, String> cells = hasId ? Map.of("id", values.get(0)) : Map.of();
    return new Row(line, cells, values, List.of(miscounted(values)));
  }

  private Problem miscounted(List<String> values) {
    int expected = columns.size();
    String message = "the row has %d cells, the header has %d".formatted(values.size(), expected);
    return values.size() < expected
        ? Problem.error(
            columns.get(values.size()),
            null,
            message,
            "give every column a cell, and leave it empty where there is nothing to say")
        : Problem.error(
            columns.get(expected - 1),
            values.get(expected).isEmpty() ? null : DisplayText.text(values.get(expected)),
            message,
            "put quotes around a cell that holds the delimiter: \"one, two\"");
  }
}
