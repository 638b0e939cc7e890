package dev.dailies.report;

import static dev.dailies.report.FilledLedger.mp4;
import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.PlannedRow;
import dev.dailies.ledger.RejectedRow;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Price;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A night in which everything happened that can happen to a task. */
class ReportsTest {

  private static final String[] FILES = {
    "results.csv", "failures.csv", "money.csv", "summary.json", "report.html"
  };
  private static final String SIGNED = "https://example.org/cat.jpg?X-Signature=SECRET";

  private final Path folder;
  private final FilledLedger ledger = new FilledLedger();

  ReportsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @BeforeEach
  void fill() {
    List<PlannedRow> rows =
        Stream.of(
                "planned",
                "submitting",
                "submitted",
                "succeeded",
                "delivered",
                "refused",
                "failed",
                "cancelled",
                "doubted",
                "lost",
                "undelivered")
            .map(id -> shot(id, 1, "=HYPERLINK(\"x\")\n" + id + " " + SIGNED))
            .map(shot -> row(2, shot, cells(shot.id())))
            .toList();
    List<PlannedRow> numbered =
        Stream.iterate(0, n -> n < rows.size(), n -> n + 1)
            .map(n -> row(2 + n, rows.get(n).shot(), rows.get(n).cells()))
            .toList();
    ledger.plan(
        numbered,
        new RejectedRow(13, "d1", Map.of("id", "bad one", "prompt", " "), "prompt is blank"),
        new RejectedRow(14, "d2", Map.of("id", "", "prompt", "x"), "id: no; ratio: no"));
    ledger.intended(ledger.task("submitting"));
    ledger.submitted(ledger.task("submitted"));
    ledger.succeeded(ledger.task("succeeded"), null, SIGNED);
    ledger.delivered(ledger.task("delivered"), mp4("delivered.mp4"), mp4("delivered~2.mp4"));
    ledger.ledger.refused(ledger.intended(ledger.task("refused")), because("400", "bad " + SIGNED));
    ledger.ledger.failed(
        ledger.submitted(ledger.task("failed")),
        Price.usd("0.1"),
        false,
        because("SAFETY", "moderated"));
    ledger.ledger.cancelled(ledger.submitted(ledger.task("cancelled")), null, because("", "gone"));
    ledger.ledger.doubted(
        ledger.intended(ledger.task("doubted")),
        new Cause("RESET", "no answer", new Evidence(502, "req-7")));
    ledger.ledger.lost(ledger.submitted(ledger.task("lost")), because("LOST", "not known"));
    ledger.ledger.undelivered(
        ledger.succeeded(ledger.task("undelivered"), null, SIGNED), because("HTML", "no clip"));
  }

  private static Map<String, String> cells(String id) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("id", id);
    cells.put("prompt", "=HYPERLINK(\"x\")\n" + id + " " + SIGNED);
    cells.put("image", SIGNED);
    cells.put("style", "  a, \"b\"; 'c' 🐈 ");
    return cells;
  }

  private static Cause because(String code, String reason) {
    return new Cause(code, reason, Evidence.NONE);
  }

  @Test
  void listsEveryTaskThatIsNotWithdrawn() throws IOException {
    Map<String, CSVRecord> results = Written.by(ledger, folder).results();

    assertThat(results.values())
        .extracting(line -> line.get("id") + " " + line.get("state"))
        .containsExactly(
            "planned PLANNED",
            "submitting SUBMITTING",
            "submitted SUBMITTED",
            "succeeded SUCCEEDED",
            "delivered DELIVERED",
            "refused REJECTED",
            "failed FAILED",
            "cancelled CANCELLED",
            "doubted IN_DOUBT",
            "lost LOST",
            "undelivered UNDELIVERED",
            "bad one REJECTED",
            "line:14 REJECTED");
  }

  @Test
  void tellsAllOfADeliveredTask() throws IOException {
    CSVRecord line = Written.by(ledger, folder).result("delivered@1");

    assertThat(line.toMap())
        .containsEntry("revision", "1")
        .containsEntry("current", "true")
        .containsEntry("provider", "cometapi")
        .containsEntry("model", "gen3a_turbo")
        .containsEntry("operation", "image_to_video")
        .containsEntry("files", "delivered.mp4|delivered~2.mp4")
        .containsEntry("bytes", "1234567|1234567")
        .containsEntry("sha256", "ab".repeat(32) + "|" + "ab".repeat(32))
        .containsEntry("price", "0.25")
        .containsEntry("charged", "0.50")
        .containsEntry("attempts", "1")
        .containsEntry("submitted_at", "2026-03-12T21:41:07Z")
        .containsEntry("finished_at", "2026-03-12T21:41:07Z")
        .containsEntry("line", "6");
    assertThat(line.get("ticket")).startsWith("ticket-");
  }

  @Test
  void keepsTheColumnsInTheirOrder() {
    assertThat(Written.by(ledger, folder).text("results.csv"))
        .startsWith(
            "\ufeffid,take,revision,state,current,provider,model,operation,prompt,files,bytes,sha256,price,charged,ticket,attempts,reason_code,reason,submitted_at,finished_at,line,seed,duration,ratio\n");
  }

  @Test
  void leavesAnOpenTaskUnfinished() throws IOException {
    Written written = Written.by(ledger, folder);

    assertThat(written.result("planned@1").get("submitted_at")).isEmpty();
    assertThat(written.result("doubted@1").get("submitted_at")).isNotEmpty();
    assertThat(written.result("doubted@1").get("finished_at")).isEmpty();
    assertThat(written.result("failed@1").get("finished_at")).isNotEmpty();
  }

  @Test
  void makesFormulasInertInResults() throws IOException {
    assertThat(Written.by(ledger, folder).result("planned@1").get("prompt"))
        .isEqualTo("'=HYPERLINK(\"x\")\nplanned https://example.org/cat.jpg");
  }

  @Test
  void writesFailuresAsAManifestWithTheSameCells() throws IOException {
    List<CSVRecord> failures = Written.by(ledger, folder).failures();

    assertThat(failures)
        .extracting(line -> line.get("id"))
        .containsExactly("refused", "failed", "cancelled", "bad one", "");
    for (CSVRecord line : failures.subList(0, 3)) {
      assertThat(line.toMap()).containsAllEntriesOf(cells(line.get("id")));
    }
    assertThat(failures.get(1).get("reason_code")).isEqualTo("SAFETY");
    assertThat(failures.get(1).get("reason")).isEqualTo("moderated");
    assertThat(failures.get(4).get("reason")).isEqualTo("id: no; ratio: no");
    assertThat(failures).allMatch(line -> line.get("job").equals(Written.FACTS.job()));
    assertThat(failures.get(0).getParser().getHeaderNames())
        .containsExactly("id", "prompt", "image", "style", "job", "reason_code", "reason");
  }

  @Test
  void hidesFailuresFromOthers() throws IOException {
    Written.by(ledger, folder);

    assertThat(Files.getPosixFilePermissions(folder.resolve("failures.csv")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void keepsSignaturesOutOfAllThatIsShared() {
    Written written = Written.by(ledger, folder);

    assertThat(Stream.of("results.csv", "summary.json", "report.html").map(written::text))
        .noneMatch(text -> text.contains("SECRET"));
    assertThat(written.text("failures.csv")).contains(SIGNED);
  }

  @Test
  void summarisesTheRun() {
    JsonNode summary = Written.by(ledger, folder).summary();

    assertThat(summary.propertyNames())
        .containsExactly(
            "job",
            "run",
            "version",
            "manifest",
            "started_at",
            "ended_at",
            "seconds",
            "exit_code",
            "exit_meaning",
            "stop_reasons",
            "waits",
            "plan",
            "tasks",
            "money",
            "caps",
            "spend",
            "failed",
            "in_doubt",
            "warnings");
    assertThat(summary.at("/run").asLong()).isEqualTo(3);
    assertThat(summary.at("/started_at").asString()).isEqualTo("2026-03-12T21:41:07.250Z");
    assertThat(summary.at("/seconds").decimalValue()).isEqualByComparingTo("16293.5");
    assertThat(summary.at("/exit_code").asInt()).isEqualTo(12);
    assertThat(summary.at("/stop_reasons/0").asString())
        .isEqualTo("halt: see https://api.example.org/keys");
    assertThat(summary.at("/plan/rows").asLong()).isEqualTo(13);
    assertThat(summary.at("/plan/rejected_rows").asLong()).isEqualTo(2);
  }

  @Test
  void keepsToItsDocumentedSchema() throws IOException {
    Schema schema;
    try (InputStream in = Reports.class.getResourceAsStream("summary.schema.json")) {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Objects.requireNonNull(in));
    }

    String summary = Written.by(ledger, folder).text("summary.json");

    assertThat(schema.validate(summary, InputFormat.JSON)).isEmpty();
    assertThat(List.of("unpriced_tasks", "where_to_look"))
        .allMatch(key -> !schema.validate(summary.replace(key, "x"), InputFormat.JSON).isEmpty());
  }

  @Test
  void countsEveryStateInTheSummary() {
    JsonNode tasks = Written.by(ledger, folder).summary().get("tasks");

    assertThat(tasks.get("all").propertyNames()).hasSize(12);
    assertThat(tasks.at("/current/rejected").asLong()).isEqualTo(3);
    assertThat(tasks.at("/current/delivered").asLong()).isEqualTo(1);
    assertThat(tasks.at("/current/withdrawn").asLong()).isZero();
    assertThat(tasks.at("/all/withdrawn").asLong()).isEqualTo(1);
  }

  @Test
  void countsTheMoney() {
    JsonNode money = Written.by(ledger, folder).summary().get("money");

    // charged: delivered 0.50, failed 0.10; expected: submitted, succeeded, cancelled, lost,
    // undelivered 0.25 each; nobody knows of the one in doubt and the one on the wire
    assertThat(money.get("spent").decimalValue()).isEqualByComparingTo("1.85");
    assertThat(money.get("in_doubt").decimalValue()).isEqualByComparingTo("0.50");
    assertThat(money.get("unpriced_tasks").asLong()).isZero();
  }

  @Test
  void namesWhatFailedAndWhatIsInDoubt() {
    JsonNode summary = Written.by(ledger, folder).summary();

    assertThat(summary.get("failed").valueStream().map(task -> task.get("name").asString()))
        .containsExactly(
            "refused", "failed", "cancelled", "lost", "undelivered", "line:13", "line:14");
    assertThat(summary.at("/failed/5/id").asString()).isEqualTo("bad one");
    assertThat(summary.at("/in_doubt/0/name").asString()).isEqualTo("doubted");
    assertThat(summary.at("/in_doubt/0/reason").asString()).isEqualTo("no answer");
  }

  @Test
  void tellsAllThatADoubtNeeds() {
    JsonNode doubt = Written.by(ledger, folder).summary().at("/in_doubt/0");

    assertThat(doubt.propertyNames())
        .containsExactly(
            "name",
            "id",
            "state",
            "line",
            "reason_code",
            "reason",
            "provider",
            "sent_at",
            "prompt",
            "request_id",
            "may_have_cost_usd",
            "where_to_look",
            "look_at",
            "command",
            "commands");
    assertThat(doubt.get("provider").asString()).isEqualTo("cometapi");
    assertThat(doubt.get("sent_at").asString()).isEqualTo("2026-03-12T21:41:07Z");
    assertThat(doubt.get("prompt").asString())
        .isEqualTo("=HYPERLINK(\"x\")\ndoubted https://example.org/cat.jpg");
    assertThat(doubt.get("request_id").asString()).isEqualTo("req-7");
    assertThat(doubt.get("may_have_cost_usd").decimalValue()).isEqualByComparingTo("0.25");
    assertThat(doubt.get("where_to_look").asString()).isEqualTo("in the log of cometapi");
    assertThat(doubt.at("/commands/0").asString())
        .isEqualTo("java -jar dailies.jar resolve 'out/to night' doubted --adopt TICKET");
  }

  @Test
  void showsNoRequestIdOfAnEarlierAttempt() {
    Task again = ledger.ledger.planAgain(ledger.task("doubted"), because("", "sent again"));
    ledger.ledger.doubted(ledger.intended(again), because("TIMEOUT", "no answer"));

    JsonNode doubt = Written.by(ledger, folder).summary().at("/in_doubt/0");

    assertThat(doubt.get("request_id").isNull()).isTrue();
    assertThat(doubt.get("reason").asString()).isEqualTo("no answer");
  }

  @Test
  void forgetsTheOldAttemptOfATaskThatIsPlannedAgain() throws IOException {
    // An edit plans the failed row again.
    Map<String, String> edited = Map.of("id", "failed", "prompt", "milder");
    ledger.plan(List.of(row(2, shot("failed", 1, "milder"), edited)));

    CSVRecord line = Written.by(ledger, folder).result("failed@1");

    assertThat(line.get("state")).isEqualTo("PLANNED");
    assertThat(line.get("ticket")).isEmpty();
    assertThat(line.get("charged")).isEmpty();
    assertThat(line.get("revision")).isEqualTo("2");
    assertThat(line.get("attempts")).isEqualTo("0");
  }

  @Test
  void leavesRowsOfOlderManifestsOutOfFailures() throws IOException {
    ledger.plan(List.of(row(2, shot("new", 1, "new"))));

    Written written = Written.by(ledger, folder);

    assertThat(written.text("failures.csv")).isEqualTo("\ufeffjob,reason_code,reason\n");
    assertThat(written.result("failed@1").get("current")).isEqualTo("false");
    assertThat(written.summary().get("failed")).isEmpty();
    assertThat(written.summary().at("/in_doubt/0/name").asString()).isEqualTo("doubted");
  }

  /** A provider's text may begin like a formula, which a spreadsheet would work out. */
  @Test
  void noReasonOfAFailureIsAFormula() throws IOException {
    ledger.plan(List.of(row(2, shot("cat", 1, "x"), Map.of("id", "cat"))));
    Task task = ledger.submitted(ledger.task("cat"));
    ledger.ledger.failed(
        task, null, false, because("CODE", "=HYPERLINK(\"https://evil.example\")"));

    assertThat(Written.by(ledger, folder).failures().get(0).get("reason")).startsWith("'=");
  }

  @Test
  void writesARowOnceHoweverManyTakesFailed() throws IOException {
    Map<String, String> cells = Map.of("id", "twins", "takes", "2");
    ledger.plan(
        List.of(row(2, shot("twins", 1, "x"), cells), row(2, shot("twins", 2, "x"), cells)));
    for (String name : List.of("twins", "twins@2")) {
      Task task = ledger.submitted(ledger.task(name));
      ledger.ledger.failed(task, null, false, because("CODE", "reason of " + name));
    }

    List<CSVRecord> failures = Written.by(ledger, folder).failures();

    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).get("takes")).isEqualTo("2");
    assertThat(failures.get(0).get("reason")).isEqualTo("reason of twins");
  }

  @Test
  void replacesTheColumnsOfAnOlderFailuresTable() throws IOException {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("id", "again");
    cells.put("Reason", "old");
    cells.put("job", "old");
    ledger.plan(List.of(), new RejectedRow(2, "d", cells, "still bad"));

    assertThat(Written.by(ledger, folder).text("failures.csv"))
        .isEqualTo(
            "\ufeffid,job,reason_code,reason\nagain,"
                + Written.FACTS.job()
                + ",MANIFEST,still bad\n");
  }

  @Test
  void writesAReportOfNothing() throws IOException {
    try (FilledLedger empty = new FilledLedger()) {
      empty.plan(List.of());

      Written written = Written.by(empty, folder);

      assertThat(written.results()).isEmpty();
      assertThat(written.failures()).isEmpty();
      assertThat(written.summary().at("/money/spent").decimalValue()).isZero();
      assertThat(written.cards()).isEmpty();
    }
  }

  @Test
  void leavesOnlyItsFiveFiles() throws IOException {
    Files.writeString(folder.resolve(".results.csv.tmp"), "of a run that was killed");

    Written.by(ledger, folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(FILES);
    }
  }

  @Test
  void keepsTheOlderReportWhenTheLedgerBreaks() {
    Written older = Written.by(ledger, folder);
    List<String> before = Stream.of(FILES).map(older::text).toList();
    TaskQueries broken =
        new TaskQueries(ledger.jdbc) {
          @Override
          public Money money() {
            throw new IllegalStateException("the disk is gone");
          }
        };

    assertThatThrownBy(
            () ->
                new Reports(
                        broken,
                        ledger.charges,
                        ledger.plans,
                        ledger.doubts,
                        folder,
                        column -> column.equals("Scene"))
                    .write(Written.FACTS))
        .hasMessage("the disk is gone");

    assertThat(Stream.of(FILES).map(older::text)).isEqualTo(before);
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }
}
