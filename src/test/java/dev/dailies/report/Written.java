package dev.dailies.report;

import dev.dailies.ledger.budget.CapUse;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of a filled ledger, read back from the folder. */
record Written(Path folder) {

  static final RunFacts FACTS =
      new RunFacts(
          "5b0c7c1e-6a57-4f3e-9a44-0c8a6e1d2f10",
          3,
          "tonight.csv",
          "tonight.csv",
          Instant.parse("2026-03-12T21:41:07.250Z"),
          Instant.parse("2026-03-13T02:12:40.750Z"),
          ZoneId.of("Europe/Berlin"),
          new RunFacts.Spending(ZoneId.of("Europe/Berlin"), List.of()),
          new RunFacts.Verdict(
              false,
              12,
              "tasks in doubt need a decision",
              List.of("halt: see https://api.example.org/keys?token=SECRET"),
              List.of(
                  new RunFacts.Waited(
                      "cometapi",
                      "https://api.example.org",
                      "cannot see the tasks at https://api.example.org: HTTP 500",
                      14,
                      Instant.parse("2026-03-12T23:10:00Z")))),
          new RunFacts.CommandLine("java -jar dailies.jar", "out/to night"),
          provider -> Place.of("in the log of " + provider),
          "0.1.0");

  static Written by(FilledLedger ledger, Path folder) {
    return by(ledger, folder, FACTS.verdict());
  }

  static Written by(FilledLedger ledger, Path folder, RunFacts.Verdict verdict) {
    return by(ledger, folder, verdict, List.of());
  }

  static Written by(FilledLedger ledger, Path folder, RunFacts.Verdict verdict, List<CapUse> caps) {
    RunFacts facts =
        new RunFacts(
            FACTS.job(),
            FACTS.run(),
            FACTS.manifest(),
            FACTS.list(),
            FACTS.startedAt(),
            FACTS.endedAt(),
            FACTS.zone(),
            new RunFacts.Spending(FACTS.spending().zone(), caps),
            verdict,
            FACTS.commandLine(),
            FACTS.places(),
            FACTS.version());
    new Reports(
            ledger.queries,
            ledger.charges,
            ledger.plans,
            ledger.doubts,
            folder,
            column -> column.equals("Scene"))
        .write(facts);
    return new Written(folder);
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  JsonNode summary() {
    return JsonMapper.builder().build().readTree(text("summary.json"));
  }

  String page() {
    return text("report.html");
  }

  /** The tasks as the page's script knows them. */
  List<JsonNode> cards() {
    String rows = page().split("id=\"tasks\">", 2)[1].split("</script>", 2)[0];
    return List.copyOf(JsonMapper.builder().build().readTree(rows).values());
  }

  /** The lines of {@code results.csv} by id and take. */
  Map<String, CSVRecord> results() throws IOException {
    Map<String, CSVRecord> lines = new LinkedHashMap<>();
    for (CSVRecord line : csv("results.csv")) {
      lines.put(line.get("id") + "@" + line.get("take"), line);
    }
    return lines;
  }

  CSVRecord result(String idAndTake) throws IOException {
    return Objects.requireNonNull(results().get(idAndTake), idAndTake);
  }

  List<CSVRecord> failures() throws IOException {
    return csv("failures.csv");
  }

  private List<CSVRecord> csv(String file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = new StringReader(text(file).replaceFirst("^\ufeff", ""));
        CSVParser parser = CSVParser.parse(reader, format)) {
      return parser.getRecords();
    }
  }
}
