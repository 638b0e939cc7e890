package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import dev.dailies.ledger.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that writes the reports again. */
class ReportAgainTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  private @TempDir Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl());
  }

  private static JsonNode summary(Rehearsal job) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(job.file("summary.json")));
  }

  @Test
  void writesAllFourFilesAgainAsTheyWere() throws IOException {
    Rehearsal job = job().rows(3).set("limit", "2");
    Ran ran = job.run();
    String results = Files.readString(job.file("results.csv"));
    JsonNode before = summary(job);
    int asked = api.posts().size();
    for (String file :
        new String[] {"results.csv", "failures.csv", "summary.json", "report.html"}) {
      Files.delete(job.file(file));
    }

    Typed typed = job.type("report");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out()).contains("report.html");
    assertThat(Files.readString(job.file("results.csv"))).isEqualTo(results);
    assertThat(job.file("failures.csv")).isNotEmptyFile();
    assertThat(job.file("report.html")).isNotEmptyFile();
    for (String fact :
        new String[] {"run", "exit_code", "stop_reasons", "plan", "tasks", "money"}) {
      assertThat(summary(job).get(fact)).as(fact).isEqualTo(before.get(fact));
    }
    assertThat(summary(job).get("exit_code").asInt()).isEqualTo(ran.code()).isEqualTo(8);
    assertThat(api.posts()).hasSize(asked);
  }

  @Test
  void tellsWhatWasSpentOnWhat() {
    Rehearsal job = job().rows(2).set("budget.total", "40");
    job.run();

    assertThat(job.type("report").out())
        .contains(
            "Budget: $0.64 of $40 in this folder",
            "Spent $0.64",
            "provider  model        sent  price",
            "cometapi  gen3a_turbo     2  $0.64",
            "delivered           2  $0.64")
        .doesNotContain("kept clip", "Without a clip");
    JsonNode line = JsonMapper.shared().readTree(job.type("report", "--json").out());
    assertThat(line.at("/spend/0/usd").decimalValue()).isEqualByComparingTo("0.64");
    assertThat(line.at("/caps/0/left").decimalValue()).isEqualByComparingTo("39.36");
    assertThat(line.at("/money/spent").decimalValue()).isEqualByComparingTo("0.64");
  }

  @Test
  void changesNothingInTheLedger() {
    Rehearsal job = job().rows(1);
    job.run();
    long events = events(job);

    job.type("report");

    assertThat(events(job)).isEqualTo(events);
    assertThat(job.run().count(DELIVERED)).isEqualTo(1);
    assertThat(api.posts()).hasSize(1);
  }

  private static long events(Rehearsal job) {
    try (JobContext context = job.open()) {
      return context
          .openToSettle()
          .explainer()
          .explain(TaskId.of("shot-01").orElseThrow(), (command, words) -> command)
          .stream()
          .mapToLong(explanation -> explanation.history().size())
          .sum();
    }
  }

  @Test
  void tellsOfAPlanThatWasNeverRun() throws IOException {
    Rehearsal job = job().rows(1);
    job.plan();

    assertThat(job.type("report").code()).isZero();
    assertThat(summary(job).get("run").asLong()).isZero();
    assertThat(summary(job).at("/tasks/current/planned").asLong()).isEqualTo(1);
  }

  @Test
  void makesNoFolderWhereNothingWasRun() {
    Rehearsal job = job().rows(1);

    assertThat(job.type("report").code()).isEqualTo(2);
    assertThat(job.output()).doesNotExist();
  }

  @Test
  @SuppressWarnings("try") // It holds the folder while it is open.
  void leavesAFolderAloneThatAnotherRunHolds() throws IOException {
    Rehearsal job = job().rows(1);
    job.run();
    FileTime written = Files.getLastModifiedTime(job.file("report.html"));

    try (JobContext holds = job.open()) {
      assertThat(job.type("report").err()).contains("a run at work there writes this page");
    }

    assertThat(Files.getLastModifiedTime(job.file("report.html"))).isEqualTo(written);
  }
}
