package dev.dailies.kill;

import dev.dailies.SimulatorRecords;
import dev.dailies.SimulatorRecords.Create;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * How a {@link MortalJob} stands after a death and the runs that followed.
 *
 * @param duplicates creates too many
 * @param lost creates that no task knows of, and tasks that are neither at their end nor in doubt
 * @param doubts the tasks in doubt
 * @param wrongFiles clips that are not, byte for byte, the simulator's for their ticket; half
 *     files; reports that are not there
 * @param exit what the last run has to end with
 */
record Aftermath(int duplicates, int lost, Set<String> doubts, int wrongFiles, int exit) {

  private static final List<String> REPORTS =
      List.of("results.csv", "failures.csv", "summary.json", "report.html");

  /**
   * Looks at an output folder.
   *
   * @param creates all that the simulator has made for this job
   * @param scene which rows it has, and which creates a person has wanted besides
   */
  static Aftermath of(
      Path output, SimulatorRecords simulator, List<Create> creates, KillScene scene) {
    MortalRows rows = scene.rows();
    Map<String, CSVRecord> results =
        Outcome.results(output).stream().collect(Collectors.toMap(Aftermath::name, row -> row));
    Map<String, List<Create>> byPrompt =
        creates.stream().collect(Collectors.groupingBy(Create::prompt));
    int duplicates = 0;
    int lost = unfinished(rows, results);
    for (Map.Entry<String, List<Create>> made : byPrompt.entrySet()) {
      String prompt = made.getKey();
      int number = made.getValue().size() - scene.again().getOrDefault(prompt, 0);
      duplicates += Math.max(0, number - rows.takes(prompt));
      lost += Math.max(0, number - known(prompt, results));
    }
    int wrong =
        wrongClips(output, simulator, results, byPrompt, rows)
            + missingReports(output)
            + snapshots(output);
    return new Aftermath(
        duplicates, lost, doubts(results), wrong + Outcome.leftovers(output), exit(rows, results));
  }

  private static int exit(MortalRows rows, Map<String, CSVRecord> results) {
    if (!doubts(results).isEmpty()) {
      return 12;
    }
    return rows.tasks().stream().anyMatch(MortalTask::failsForGood) ? 3 : 0;
  }

  private static String name(CSVRecord row) {
    String revision = row.get("revision").equals("1") ? "" : "+" + row.get("revision");
    return row.get("id") + revision + (row.get("take").equals("1") ? "" : "@" + row.get("take"));
  }

  private static int unfinished(MortalRows rows, Map<String, CSVRecord> results) {
    return (int)
        rows.tasks().stream().filter(task -> !task.isSettled(results.get(task.name()))).count();
  }

  /** Tasks of the prompt that have a ticket, or may be the one that a create was for. */
  private static int known(String prompt, Map<String, CSVRecord> results) {
    return (int)
        results.values().stream()
            .filter(row -> row.get("prompt").equals(prompt))
            .filter(row -> !row.get("ticket").isEmpty() || row.get("state").equals("IN_DOUBT"))
            .count();
  }

  private static Set<String> doubts(Map<String, CSVRecord> results) {
    return results.entrySet().stream()
        .filter(row -> row.getValue().get("state").equals("IN_DOUBT"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static int wrongClips(
      Path output,
      SimulatorRecords simulator,
      Map<String, CSVRecord> results,
      Map<String, List<Create>> byPrompt,
      MortalRows rows) {
    return (int)
        results.values().stream()
            .filter(row -> row.get("state").equals("DELIVERED"))
            .filter(
                row ->
                    tickets(byPrompt, row.get("prompt")).noneMatch(row.get("ticket")::equals)
                        || !Outcome.holds(
                            output, row, rows.clip(simulator, row.get("ticket")), rows.files()))
            .count();
  }

  private static Stream<String> tickets(Map<String, List<Create>> byPrompt, String prompt) {
    return byPrompt.getOrDefault(prompt, List.of()).stream().map(Create::ticket);
  }

  private static int missingReports(Path output) {
    return (int)
        REPORTS.stream().filter(name -> !Files.isRegularFile(output.resolve(name))).count();
  }

  /** Asked for, half or whole: nobody works on the job any more who could answer. */
  private static int snapshots(Path output) {
    try (Stream<Path> files = Files.list(output.resolve(".dailies"))) {
      return (int)
          files.filter(file -> String.valueOf(file.getFileName()).contains("snapshot")).count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
