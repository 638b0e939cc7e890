package dev.dailies.kill;

import dev.dailies.SimulatorRecords;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What an output folder holds, compared with what the simulator has made.
 *
 * @param wrongFiles delivered clips that differ from the simulator's, or were never ordered
 * @param leftovers half files and drafts
 */
public record Outcome(int delivered, int inDoubt, int wrongFiles, int leftovers) {

  /** Fetches a clip from a simulator, by its ticket. */
  interface Original {
    byte[] clip(SimulatorRecords simulator, String ticket);
  }

  public static Outcome of(Path folder, SimulatorRecords simulator) {
    return of(folder, simulator, SimulatorRecords::clip);
  }

  public static Outcome of(Path folder, SimulatorRecords simulator, Original original) {
    List<CSVRecord> results = results(folder);
    Map<String, List<String>> tickets = simulator.ticketsByPrompt();
    List<CSVRecord> delivered = in("DELIVERED", results);
    long wrong =
        delivered.stream()
            .filter(
                row ->
                    tickets.getOrDefault(row.get("prompt"), List.of()).stream()
                        .limit(1)
                        .noneMatch(first -> holds(folder, row, original.clip(simulator, first))))
            .count();
    return new Outcome(
        delivered.size(), in("IN_DOUBT", results).size(), (int) wrong, leftovers(folder));
  }

  /** The lines of {@code results.csv}. */
  public static List<CSVRecord> results(Path folder) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(folder.resolve("results.csv"));
        CSVParser parser = CSVParser.parse(withoutMark(reader), format)) {
      return parser.getRecords();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Reader withoutMark(Reader reader) throws IOException {
    if (reader.read() != '\ufeff') {
      throw new IOException("the table has no byte order mark");
    }
    return reader;
  }

  private static List<CSVRecord> in(String state, List<CSVRecord> results) {
    return results.stream().filter(row -> row.get("state").equals(state)).toList();
  }

  /** True if the file of a line of results.csv is this clip, byte for byte. */
  private static boolean holds(Path folder, CSVRecord row, byte[] clip) {
    return holds(folder, row, clip, 1);
  }

  /** True if a line of results.csv has so many files, and each is this clip, byte for byte. */
  static boolean holds(Path folder, CSVRecord row, byte[] clip, int files) {
    List<String> names = List.of(row.get("files").split("\\|", -1));
    return names.size() == files && names.stream().allMatch(name -> isThat(folder, name, clip));
  }

  private static boolean isThat(Path folder, String name, byte[] clip) {
    try {
      return Arrays.equals(Files.readAllBytes(folder.resolve(name)), clip);
    } catch (IOException missing) {
      return false;
    }
  }

  /** Half files and drafts in a folder. */
  static int leftovers(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return (int)
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".part") || name.endsWith(".tmp"))
              .count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
