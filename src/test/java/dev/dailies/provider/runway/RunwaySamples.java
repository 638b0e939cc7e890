package dev.dailies.provider.runway;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Shot;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the sample manifest for Runway, as the shots that they ask for. */
final class RunwaySamples {

  private static final Path FOLDER = Path.of("sample-data");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final JsonMapper JSON = new JsonMapper();
  private static final String OPTION = "options.";

  private RunwaySamples() {}

  static List<Shot> shots() {
    try (Reader file = Files.newBufferedReader(FOLDER.resolve("runway.csv"))) {
      return FORMAT.parse(file).stream().map(RunwaySamples::shot).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Shot shot(CSVRecord row) {
    AShot shot =
        AShot.of(Operation.named(row.get("operation")).orElseThrow())
            .prompt(row.get("prompt"))
            .references(
                Stream.of(row.get("references").split("\\|"))
                    .filter(reference -> !reference.isEmpty())
                    .toArray(String[]::new))
            .model(row.get("model"))
            .options(options(row));
    cell(row, "image").forEach(shot::image);
    cell(row, "video").forEach(shot::video);
    cell(row, "ratio").forEach(shot::ratio);
    cell(row, "duration").map(Integer::valueOf).forEach(shot::duration);
    cell(row, "seed").map(Long::valueOf).forEach(shot::seed);
    return shot.build();
  }

  private static Map<String, Object> options(CSVRecord row) {
    Map<String, Object> options = new HashMap<>();
    row.toMap().keySet().stream()
        .filter(column -> column.startsWith(OPTION))
        .forEach(
            column ->
                cell(row, column)
                    .forEach(cell -> options.put(column.substring(OPTION.length()), value(cell))));
    return options;
  }

  private static Object value(String cell) {
    try {
      return JSON.readValue(cell, Object.class);
    } catch (JacksonException text) {
      return cell;
    }
  }

  private static Stream<String> cell(CSVRecord row, String column) {
    return Stream.of(row.get(column)).filter(cell -> !cell.isEmpty());
  }
}
