package dev.dailies.report;

import static dev.dailies.report.FilledLedger.mp4;
import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A night of two scenes, whose clips are named by the shots and do not exist; one was a sample. */
public final class TwoScenes {

  public static final String SAMPLE = "SC02_SH020";

  private static final List<String> SHOTS =
      List.of("SC01_SH010", "SC01_SH020", "SC02_SH010", "SC02_SH020", "SC02_SH030");

  private TwoScenes() {}

  /** Writes the reports, and returns the page. */
  public static Path written(Path folder) {
    try (FilledLedger ledger = new FilledLedger()) {
      ledger.plan(
          SHOTS.stream()
              .map(
                  name ->
                      row(SHOTS.indexOf(name) + 2, shot(name, 1, "prompt of " + name), cells(name)))
              .toList());
      ledger.samples.choose(List.of(ledger.task(SAMPLE).id()));
      SHOTS.forEach(name -> ledger.delivered(ledger.task(name), mp4(name + ".mp4")));
      Written.by(ledger, folder);
    }
    return folder.resolve("report.html");
  }

  /** One of them says in a column what the names of all say. */
  private static Map<String, String> cells(String name) {
    String prompt = "prompt of " + name;
    return name.equals("SC01_SH010")
        ? Map.of("id", name, "prompt", prompt, "Scene", "SC01")
        : Map.of("id", name, "prompt", prompt);
  }
}
