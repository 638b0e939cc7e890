package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What was picked in one browser is known in all of them, once the folder was told. */
@TestInstance(Lifecycle.PER_CLASS)
class HandedPicksTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  private Path folder;
  private Rehearsal job;

  @BeforeAll
  void runOnce(@TempDir Path folder) {
    this.folder = folder;
    job = new Rehearsal(folder, api.baseUrl()).rows(4);
    job.run();
  }

  private Typed hand(String picks) throws IOException {
    return hand(Files.readString(job.file(".dailies/job")).strip(), picks);
  }

  private Typed hand(String id, String picks) throws IOException {
    Path file = folder.resolve("picks.json");
    Files.writeString(file, "{\"job\":\"%s\",\"picks\":[%s]}".formatted(id, picks));
    return job.type("picks", file.toString());
  }

  private static String pick(String task, String word, int hour) {
    return "{\"task\":\"%s\",\"pick\":\"%s\",\"at\":\"2026-11-29T%02d:00:00Z\"}"
        .formatted(task, word, hour);
  }

  private String page() throws IOException {
    return Files.readString(job.file("report.html"));
  }

  @Test
  void areMergedAndTheNewestWins() throws IOException {
    Typed first = hand(pick("shot-01", "keep", 8) + "," + pick("shot-02", "reject", 8));
    assertThat(first.code()).as("%s", first).isZero();
    assertThat(first.out())
        .contains("Took over 2 picks\n", "report.html", "Next: dailies deliver ");
    assertThat(page()).contains("\"shot-01\":{\"pick\":\"keep\",\"at\":1795939200000}");

    Typed other = hand(pick("shot-01", "reject", 7) + "," + pick("shot-02", "none", 9));
    assertThat(other.out()).contains("Took over 1 pick; 1 was known already");
    assertThat(page()).contains("\"shot-01\":{\"pick\":\"keep\"", "\"shot-02\":{\"pick\":\"\"");
    job.run();
    assertThat(page()).contains("\"shot-01\":{\"pick\":\"keep\"");
    assertThat(api.posts()).hasSize(4);
  }

  @Test
  void sayHowRejectedClipsAreMadeAgain() throws IOException {
    Typed typed = hand(pick("shot-04", "reject", 10));

    assertThat(typed.out())
        .containsPattern("1 rejected clip: dailies redo .* shot-04( --\\S+)* makes it again\n");
  }

  @Test
  void areAskedForWhereNoFileIsNamed() {
    Typed typed = FrontDoor.type("picks");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("name the file that Export picks has saved");
    assertThat(FrontDoor.type("picks", folder.resolve("none.json").toString()).err())
        .doesNotContain("Missing required parameter");
  }

  @Test
  void ofTakesThatAreNotHereAreNamed() throws IOException {
    assertThat(hand(pick("nobody@2", "keep", 8)).out())
        .contains("Took over 0 picks", "Not in this folder: nobody@2");
  }

  @Test
  void ofAnotherNightAreRefused() throws IOException {
    Typed typed = hand("another", pick("shot-03", "keep", 8));

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("picks.json is of another night");
    assertThat(hand(pick("shot-03", "maybe", 8)).err()).contains("neither keep, reject nor none");
    assertThat(page()).doesNotContain("\"shot-03\":{\"pick\"");
  }
}
