package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a producer asks in the evening: what will be made, for how much, and until when. */
class EveningTest {

  private static final String IMAGE = ",https://example.org/cat.jpg,";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;
  private Rehearsal job;

  @BeforeEach
  void writeRows() throws IOException {
    job =
        new Rehearsal(folder, api.baseUrl())
            .keyFile()
            .manifest(
                "id,prompt,image,video,model,operation,takes",
                "SC01_SH010,A fox" + IMAGE + ",,,3",
                "SC01_SH020,A fox" + IMAGE + ",gen3a_turbo,,",
                "SC02_SH010,A fox,,https://example.org/fox.mp4,,video_to_video,2",
                "teaser,A fox" + IMAGE + ",,,");
  }

  @Test
  void tellsRowsTakesAndPricesByModelAndByScene() {
    String plan = job.type("plan").out();

    assertThat(plan.lines().map(String::strip).map(line -> line.replaceAll(" {2,}", "  ")))
        .contains(
            "4 rows, all valid.",
            "To send: 7 takes, $1.60 plus 2 takes of unknown price.",
            "provider  model  rows  takes  price",
            "cometapi  gen3a_turbo (usual)  2  4  $1.28",
            "cometapi  gen3a_turbo  1  1  $0.32",
            "cometapi  gen4_aleph (usual)  1  2  unknown",
            "scene  rows  takes  price",
            "SC01  2  4  $1.28",
            "SC02  1  2  unknown",
            "(none)  1  1  $0.32");
  }

  @Test
  void takesTheSceneFromItsColumnWhereThereIsOne() {
    job.manifest(
        "id,prompt,image,Scene",
        "SC01_SH010,A fox" + IMAGE + "Harbour",
        "teaser,A fox" + IMAGE + "Harbour",
        "trailer,A fox" + IMAGE + "Quay");

    assertThat(job.type("plan").out().lines().map(line -> line.strip().replaceAll(" {2,}", "  ")))
        .contains("Harbour  2  2  $0.64")
        .noneMatch(line -> line.startsWith("SC01 "));
  }

  @Test
  void showsNoScenesThatGroupNothing() {
    job.manifest(
        "id,prompt,image,scene,takes", "a,A fox" + IMAGE + "1,2", "b,A fox" + IMAGE + "1,");
    assertThat(job.type("plan", "--json").out()).contains("\"scenes\":[]");

    job.manifest(
        "id,prompt,image,scene,takes", "a,A fox" + IMAGE + "1,2", "b,A fox" + IMAGE + "2,");
    assertThat(job.type("plan", "--json").out()).contains("\"scenes\":[]");
  }

  @Test
  void jsonHasTheSameFacts() {
    assertThat(job.type("plan", "--json").out())
        .contains(
            "{\"provider\":\"cometapi\",\"model\":\"gen3a_turbo\",\"usual\":true,\"rows\":2,"
                + "\"takes\":4,\"expected_usd\":1.28,\"unpriced\":0}",
            "{\"scene\":\"SC02\",\"rows\":1,\"takes\":2,\"expected_usd\":0.00,\"unpriced\":2}",
            "\"keys\":[{\"provider\":\"cometapi\",\"place\":\"api-key-file\",\"problem\":null}]");
  }

  @Test
  void saysWhetherTheKeyIsThere() {
    assertThat(job.type("plan").out()).contains("Key of cometapi: set (api-key-file).");

    job.without("providers.cometapi.api-key-file");

    assertThat(job.type("plan").out())
        .contains("Key of cometapi: there is no API key; set COMETAPI_KEY.")
        .contains("Next: set COMETAPI_KEY, then ");
  }

  @Test
  void saysOnlyWhatIsNotZero() {
    job.shots("cat");

    assertThat(job.type("plan").out()).doesNotContain(" 0 ", "$0.00", "0:00", "scene");

    job.run();

    assertThat(job.type("plan").out())
        .contains("1 row, all valid.\nSent before: 1 delivered.\nNothing is left to send.\n")
        .doesNotContain("provider", "Next");
  }

  @Test
  void aMistypedTargetLeavesNothingBehind() {
    job.manifest("id,promt,image", "a,A fox,https://example.org/a.jpg");

    Typed plan = job.type("plan");

    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.out().lines()).hasSize(1).first().asString().contains("did you mean 'prompt'?");
    assertThat(job.output()).doesNotExist();
    assertThat(job.type("plan", "--json").out())
        .startsWith("{\"message_type\":\"plan\",\"stop_reasons\":[\"shots.csv:1: error: ");

    Typed run = job.type("run");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).startsWith(plan.out()).contains("\nNext: correct it, then dailies run ");
    assertThat(job.type("run", "--json").out())
        .contains("\"message_type\":\"summary\",\"stop_reasons\":[\"shots.csv:1: error: ");
    assertThat(job.type("run", "--quiet", "--ok-exit=2").code()).isZero();
    assertThat(job.output()).doesNotExist();
    assertThat(job.from("nowhere.csv").type("plan").code()).isEqualTo(2);
    assertThat(job.output()).doesNotExist();
  }

  @Test
  void aRefusalIsSaidOnce() {
    job.manifest("id,prompt,image", "a,A fox,https://example.org/a.jpg", "b,,nowhere.jpg");

    String plan = job.type("plan").out();

    assertThat(plan).containsOnlyOnce("nothing new is sent").doesNotContain("Nothing may be");
    assertThat(plan.lines())
        .anyMatch(line -> line.startsWith("The rows without a mistake: 1 take, $0.32."));
    assertThat(plan).contains("Next: correct what is listed above, then ");
  }

  @Test
  void saysHowManyRowsHaveAMistakeAndHowTheGoodOnesGo() {
    job.manifest("id,prompt,image", "a,A fox,https://example.org/a.jpg", "b,,nowhere.jpg");

    assertThat(job.type("plan").out())
        .contains(
            "1 of 2 rows has a mistake, so nothing new is sent; --admission=valid sends the good"
                + " rows.\n");
  }

  @Test
  void tellsMistakesInTheOrderOfTheirLines() {
    job.manifest(
        "id,prompt,image,duration",
        "a,A fox,nowhere.jpg,",
        "b,An owl,https://example.org/a.jpg,99",
        "c,An elk,nowhere.jpg,");

    assertThat(job.type("plan").out().lines().filter(line -> line.contains(": error: ")))
        .extracting(line -> line.replaceFirst("(:\\d+: error: \\w+).*", "$1"))
        .containsExactly(
            "shots.csv:2: error: image",
            "shots.csv:3: error: duration",
            "shots.csv:4: error: image");
  }

  @Test
  void whereEveryRowHasAMistakeNothingIsSaidToBeLeftOrGood() {
    job.manifest("id,prompt,image", "a,,nowhere.jpg", "b,,nowhere.jpg");

    assertThat(job.type("plan").out())
        .contains("\n2 of 2 rows have a mistake, so nothing new is sent.\n")
        .contains("\nNext: correct what is listed above, then ")
        .doesNotContain("Nothing is left");
  }

  @Test
  void whereNothingIsLeftToSendItSaysWhatElseThereIsToDo() {
    api.creates("dog", StubbedApi.error(500, "oops"));
    job.shots("cat", "dog").run();

    assertThat(job.type("plan").out())
        .contains("Nothing is left to send.\n")
        .contains("\nNext: dailies resolve ");
  }

  @Test
  void aRefusedPlanDoesNotSayWhenAllIsReady() {
    job.manifest("id,prompt,image", "a,A fox,https://example.org/a.jpg", "b,,nowhere.jpg");

    assertThat(job.type("plan").out()).doesNotContain("Ready:");
    assertThat(job.type("plan", "--admission=valid").out()).contains("To send: 1 take", "Ready:");
  }

  @Test
  void aDoubtWithoutAPromptSaysSo() {
    api.creates(StubbedApi.error(500, "oops"));

    assertThat(job.manifest("id,prompt,image", "a,,https://example.org/a.jpg").type("run").out())
        .contains("perhaps $0.32, without a prompt")
        .doesNotContain("\"\"");
  }

  @Test
  void saysWhenAllIsReadyByEarlierNights() {
    assertThat(job.type("plan").out())
        .contains(" That is without 2 takes of gen4_aleph, which this folder has not timed yet.\n");
    job.manifest("id,prompt,video", "fox,A fox,https://example.org/fox.mp4");
    assertThat(job.type("plan").out())
        .contains("Ready: not known yet; this folder has timed no clip of gen4_aleph.");
    job.shots("cat").run();
    job.shots("cat", "dog");

    assertThat(job.type("plan").out())
        .containsPattern(
            "Ready: .*[0-9:]{5}.* to .*[0-9:]{5} [A-Z]+, if a run starts now;"
                + " a clip took [0-9]+ m?s before\\.\n");
    assertThat(job.type("plan", "--json").out()).contains("\"measured\":true,\"unknown\":[]");

    job.manifest("id,prompt,image,model,takes", "cow,A fox" + IMAGE + ",", "owl,A fox,,,2");
    assertThat(job.type("plan").out())
        .containsPattern(
            "Ready: .* if a run starts now; a clip took .* before\\."
                + " That is without 2 takes of gen4, which this folder has not timed yet\\.\n");
  }

  @Test
  void saysWhenAllIsReadyByAModelsFile() throws IOException {
    Path models =
        Files.writeString(
            folder.resolve("models.json"),
            "{\"checked\": \"2026-11-30\", \"models\": [{\"operation\": \"image_to_video\","
                + " \"format\": \"official\", \"model\": \"gen3a_turbo\", \"usual\": true,"
                + " \"makingSeconds\": [60, 240]}]}");
    job.rows(100).api("models-file", models.toString()).api("submit-rate", "1/s");

    assertThat(job.type("plan").out())
        .contains("Sending to cometapi takes 99 s, at 1/s.")
        .contains("a clip takes 60 s to 4 min as a rule.");
    Matcher ready =
        Pattern.compile("\"earliest\":\"([^\"]+)\",\"latest\":\"([^\"]+)\"")
            .matcher(job.type("plan", "--json").out());
    assertThat(ready.find()).isTrue();
    // Ten at a time, ten times: 10 to 40 minutes.
    assertThat(Duration.between(Instant.parse(ready.group(1)), Instant.parse(ready.group(2))))
        .isEqualTo(Duration.ofMinutes(30));
  }
}
