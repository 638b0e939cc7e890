package dev.dailies.job;

import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Task;
import dev.dailies.manifest.Row;
import dev.dailies.provider.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An edit is what changes the request; whatever else is written otherwise is paid for once. */
class EditTest {

  private static final String HEADER =
      "id,prompt,image,model,duration,ratio,seed,watermark,operation,options.loop,options.scale";
  private static final String ROW =
      "cat,yawn,https://example.org/cat.jpg,gen3a_turbo,05,1280:720,7,false,,true,0.5";
  private static final String TOKEN = "token=0123456789abcdef0";
  private static final String FAILURE =
      ",\"failure\":\"it failed\",\"failureCode\":\"SAFETY.INPUT.TEXT\"";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir private Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl());
  }

  private void expectNothingPaidAgain(Rehearsal job) {
    Ran again = job.run();

    assertThat(again.states()).containsExactly(Map.entry("cat", DELIVERED));
    assertThat(api.posts()).hasSize(1);
    assertThat(job.type("plan").out()).doesNotContain("pay again").contains("Nothing is left");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat,yawn,https://example.org/cat.jpg,gen3a_turbo,5,1280:720,7,FALSE,,TRUE,0.5",
        "cat,yawn,https://example.org/cat.jpg,gen3a_turbo,05,1280:720,7,false,image_to_video,true,0.50",
        "CAT,yawn,https://EXAMPLE.org:443/cat.jpg,gen3a_turbo,5,1280:720,07,False,IMAGE_TO_VIDEO,True,0.50",
        "\"cat\",\"yawn\u00a0\",\"https://example.org/cat.jpg\",gen3a_turbo,5,1280:720,7,false,,true,5e-1",
        "cat\u00a0,yawn,https://example.org/cat.jpg?ex=1&is=2&hm=3,gen3a_turbo,5,1280:720,7,false,,true,0.5"
      })
  void noneIsWhatOnlyIsWrittenOtherwise(String row) {
    Rehearsal job = job().manifest(HEADER, ROW);
    job.run();
    assertThat(api.posts()).hasSize(1);

    expectNothingPaidAgain(job.manifest(HEADER, row));
  }

  @Test
  void noneIsTheUsualDurationWrittenOut() {
    Rehearsal job = job().manifest("id,prompt,image", "cat,yawn,https://example.org/cat.jpg");
    job.run();
    String sent = api.posts().get(0).getBodyAsString();
    assertThat(sent).contains("\"duration\":5", "\"model\":\"gen3a_turbo\"");

    expectNothingPaidAgain(
        job.manifest(
            "id,prompt,image,duration,model,operation",
            "cat,yawn,https://example.org/cat.jpg,5,gen3a_turbo,image_to_video"));
  }

  @Test
  void noneIsAnIdThatDailiesItselfHasGiven() {
    Rehearsal job = job().manifest("prompt,image,watermark", "yawn,https://example.org/c.jpg,true");
    String id = job.run().queries().firstKey();
    assertThat(id).matches("shot-[0-9a-f]{12}");

    job.manifest("id,prompt,image,watermark", id + ",yawn,https://example.org/c.jpg,TRUE").run();
    job.manifest("prompt,image,watermark", "yawn,https://example.org/c.jpg,TRUE").run();
    Ran ran =
        job.manifest("prompt,image,watermark,duration", "yawn,https://example.org/c.jpg,TRUE,5")
            .run();

    assertThat(ran.states()).containsOnlyKeys(id);
    assertThat(api.posts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"submit-rate, 50/s", "format, compat", "poll-interval, 1s"})
  void noneIsASetting(String setting, String value) {
    Rehearsal job = job().shots("cat");
    job.run();

    expectNothingPaidAgain(job.api(setting, value));
  }

  @Test
  void noneIsAnotherUsualProvider() {
    Rehearsal job = job().addProvider("other", api.baseUrl()).manifest(HEADER, ROW);
    job.run();

    expectNothingPaidAgain(job.set("provider", "other"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u201cyawn\u201d", "Yawn", "yawns"})
  void isAnotherPrompt(String prompt) {
    Rehearsal job = job().manifest(HEADER, ROW);
    job.run();
    job.manifest(HEADER, ROW.replace("yawn", prompt));

    assertThat(job.type("plan").out())
        .contains("pay again for 1 row sent before", "shots.csv:2: cat: prompt changed: $0.")
        .contains("\n      prompt was 'yawn', is '" + prompt + "'\n");
    assertThat(job.type("plan", "--json").out())
        .contains("\"changes\":[{\"column\":\"prompt\",\"before\":\"yawn\",\"after\":");
    assertThat(job.run().states()).containsOnlyKeys("cat", "cat+2");
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void isAParameterOfALinkThatSignsNothing() {
    String row = "cat,yawn,https://example.org/cat.jpg?video=7&st=12.5";
    Rehearsal job = job().manifest("id,prompt,image", row);
    job.run();

    assertThat(job.manifest("id,prompt,image", row.replace("12.5", "99")).run().states())
        .containsOnlyKeys("cat", "cat+2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "plan"})
  void thatIsUndoneFindsWhatFailed(String between) {
    api.looks("yawn", StubbedApi.task("FAILED", FAILURE));
    Rehearsal job = job().manifest(HEADER, ROW);
    assertThat(job.run().state("cat")).isEqualTo(FAILED);
    job.manifest(HEADER, ROW.replace("yawn", "bark"));
    Ran edited = between.equals("run") ? job.run() : job.plan();
    assertThat(edited.states()).containsOnlyKeys("cat", "cat+2");

    Ran undone = job.manifest(HEADER, ROW.replace("false", "FALSE")).run();

    assertThat(undone.state("cat")).isEqualTo(FAILED);
    assertThat(undone.code()).isEqualTo(3);
    assertThat(api.posts("yawn")).isEqualTo(1);
    assertThat(job.type("retry", "cat+1").out()).contains("1 task was turned down by moderation");
  }

  @Test
  void ofWhatFailedTakesItsFilesName() {
    api.looks("yawn", StubbedApi.task("FAILED", FAILURE));
    Rehearsal job = job().manifest(HEADER, ROW);
    job.run();
    job.manifest(HEADER, ROW.replace("yawn", "bark")).run();
    assertThat(job.file("cat.mp4")).exists();

    job.manifest(HEADER, ROW.replace("yawn", "cackle")).run();

    assertThat(job.file("cat+3.mp4")).exists();
  }

  @Test
  void noneIsAnIdThatASpreadsheetTookForANumber() {
    Rehearsal job = job();
    job.manifest("id,prompt,image", Rehearsal.row("001", "yawn"), Rehearsal.row("010", "purr"));
    job.run();
    assertThat(api.posts()).hasSize(2);

    job.manifest("id,prompt,image", Rehearsal.row("1", "yawn"), Rehearsal.row("10", "purr"));
    Ran again = job.run();

    assertThat(again.states()).containsOnlyKeys("001", "010");
    assertThat(api.posts()).hasSize(2);
    assertThat(job.type("plan").out()).contains("Nothing is left");
  }

  @Test
  void anIdOfANumberWithAnotherRequestIsAnotherRow() {
    Rehearsal job = job().manifest("id,prompt,image", Rehearsal.row("001", "yawn"));
    job.run();

    job.manifest("id,prompt,image", Rehearsal.row("001", "yawn"), Rehearsal.row("1", "purr")).run();

    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void isNoRowUnderAnotherIdButThePlanSaysSo() {
    Rehearsal job = job().shots("old", "kept");
    job.run();
    job.manifest("id,prompt,image", Rehearsal.row("new", "old"), Rehearsal.row("kept"));

    assertThat(job.type("plan").out())
        .contains("that only an id tells from what was sent", "shots.csv:2: new: was old: $0.");
    assertThat(job.plan().state("new")).isEqualTo(PLANNED);
  }

  @Test
  void namesTheFirstFiftyRowsAndCountsAll() {
    Rehearsal job = job().rows(52);
    job.run();
    job.manifest(
        "id,prompt,image",
        Rehearsal.shots(52).stream().map(id -> Rehearsal.row(id, "anew")).toArray(String[]::new));

    String said = job.type("plan").out();

    assertThat(said).contains("pay again for 52 rows sent before", "  … and 2 more");
    assertThat(said.lines().filter(line -> line.contains("prompt changed"))).hasSize(50);
    assertThat(job.type("plan", "--json").out())
        .contains("\"edited_rows\":52")
        .satisfies(json -> assertThat(json.split("\"changes\":", -1)).hasSize(53));
  }

  @Test
  void ofAFileIsWhatItHolds() throws IOException {
    Rehearsal job = job();
    job.set("provider", "runway").addProvider("runway", "runway", api.baseUrl());
    Path image = folder.resolve("a.png");
    Files.copy(Path.of("sample-data/images/lantern.png"), image);
    job.manifest("id,prompt,image,model", "cat,yawn,a.png,gen4_turbo");
    assertThat(job.plan().states()).containsOnlyKeys("cat");
    Files.move(image, folder.resolve("b.png"));

    assertThat(job.manifest("id,prompt,image,model", "cat,yawn,b.png,gen4_turbo").plan().states())
        .containsExactly(Map.entry("cat", PLANNED));
  }

  @Test
  void keepsTheCellsOfARowWithTooMany() throws IOException {
    Rehearsal job =
        job()
            .set("admission", "valid")
            .manifest("id,prompt,image", "cat,A cat, and a dog,https://example.org/cat.jpg");

    assertThat(job.run().in(REJECTED)).containsExactly("line:2");
    assertThat(Files.readString(job.file("failures.csv")).lines())
        .element(1)
        .asString()
        .startsWith("cat,A cat,and a dog,https://example.org/cat.jpg,");
    Ran again = job.from("out/failures.csv").run();

    assertThat(again.reason("line:2")).contains("surplus: the row had more cells than columns");
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void isATokenThatAloneSaysWhichPictureIsMeant() {
    Rehearsal job = job().manifest("id,prompt,image", "cat,yawn,https://a.example/i?" + TOKEN);
    job.run();

    Ran again =
        job.manifest("id,prompt,image", "cat,yawn,https://a.example/i?" + TOKEN + "1").run();

    assertThat(again.states()).containsOnlyKeys("cat", "cat+2");
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void aLedgerThatKnewMoreSignaturesKeepsItsPeace() {
    String header = "id,prompt,image";
    String[] rows = {
      "cat,yawn,https://a.example/i?" + TOKEN, ",bark,https://b.example/i?v=1&" + TOKEN
    };
    Rehearsal job = job().manifest(header, rows);
    makeEarlier(job, job.run(), 1);

    assertThat(job.manifest(header, rows[0], rows[1], "").run().states())
        .hasSize(2)
        .allSatisfy((id, state) -> assertThat(state).isEqualTo(DELIVERED));
    assertThat(api.posts()).hasSize(2);

    job.manifest(header, rows[0] + "1", rows[1] + "1").run();
    assertThat(api.posts()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, TRUE", "true, True"})
  void aLedgerOfBeforeKeepsItsPeace(String before, String after) {
    String header = "id,prompt,image,watermark";
    Rehearsal job =
        job()
            .manifest(
                header,
                "cat,yawn,https://example.org/c.jpg," + before,
                ",bark,https://example.org/d.jpg," + before);
    makeEarlier(job, job.run(), 0);
    Ran again =
        job.manifest(
                header,
                "cat,yawn,https://example.org/c.jpg," + after,
                ",bark,https://example.org/d.jpg," + before)
            .run();

    assertThat(again.states())
        .hasSize(2)
        .allSatisfy((id, state) -> assertThat(state).isEqualTo(DELIVERED));
    assertThat(api.posts()).hasSize(2);
    assertThat(job.run().states()).hasSize(2);
  }

  /** As an earlier Dailies left it; the first compared cells as they are written. */
  private static void makeEarlier(Rehearsal job, Ran ran, int version) {
    try (JobContext context = job.open()) {
      JdbcClient jdbc = Rehearsal.bean(context, JdbcClient.class);
      ran.queries().values().forEach(view -> makeEarlier(jdbc, view.task(), version));
    }
  }

  private static void makeEarlier(JdbcClient jdbc, Task task, int version) {
    Inputs inputs = new Inputs(Path.of("nowhere"));
    String digest =
        new Row(0, task.cells(), List.of(), List.of()).earlierDigests(inputs).get(version);
    assertThat(digest).isNotEqualTo(task.digest());
    boolean made = task.shotId().startsWith("shot-");
    String id = made ? "shot-" + digest.substring(0, 12) : task.shotId();
    jdbc.sql(
            "update task set digest = ?, request = null, shot_id = ?, shot_key = ?, shot ="
                + " replace(shot, ?, ?) where id = ?")
        .params(digest, id, id, task.shotId(), id, task.id())
        .update();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aLedgerOfBeforeKnowsItsFiles(int version) throws IOException {
    Rehearsal job = job();
    job.set("provider", "runway").addProvider("runway", "runway", api.baseUrl());
    Path image = folder.resolve("a.png");
    Files.copy(Path.of("sample-data/images/lantern.png"), image);
    String header = "id,prompt,references,model,operation,ratio,options.x";
    String row = "cat,yawn,a.png|https://a.example/i?%s,gen4_image,text_to_image,1920:1080,%s";
    String before = row.formatted(TOKEN, true);
    Ran planned = job.manifest(header, before).plan();
    try (JobContext context = job.open()) {
      JdbcClient jdbc = Rehearsal.bean(context, JdbcClient.class);
      Task task = planned.view("cat").task();
      Map<String, String> cells = new LinkedHashMap<>();
      String[] values = before.split(",", -1);
      String[] columns = header.split(",", -1);
      for (int i = 0; i < columns.length; i++) {
        cells.put(columns[i], values[i]);
      }
      String digest =
          new Row(0, cells, List.of(), List.of()).earlierDigests(new Inputs(folder)).get(version);
      jdbc.sql(
              "update task set state = 'CANCELLED', attempts = 1, digest = ?, request = null where"
                  + " id = ?")
          .params(digest, task.id())
          .update();
      jdbc.sql(
              "insert into attempt (id, task_id, attempt_number, provider, provider_type, base_url,"
                  + " route, body, intended_at, ended_at) values (uuid(), ?, 1, 'runway', 'runway',"
                  + " 'https://example.org', '/', '{}', current_timestamp, current_timestamp)")
          .param(task.id())
          .update();
    }

    job.manifest(header, row.formatted(TOKEN, "TRUE"));
    assertThat(job.plan().states()).containsExactly(Map.entry("cat", CANCELLED));
    Files.write(image, new byte[] {0}, StandardOpenOption.APPEND);
    assertThat(job.plan().states()).containsOnlyKeys("cat", "cat+2");
  }
}
