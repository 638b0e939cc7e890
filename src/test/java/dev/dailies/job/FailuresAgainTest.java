package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code failures.csv} is a manifest as it lies, also where its rows name files. */
class FailuresAgainTest {

  private static final String CREATE = "/runwayml/v1/video_to_video";
  private static final String FAILURE =
      ",\"failure\":\"it failed\",\"failureCode\":\"ASSET.INVALID\"";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir private Path folder;

  @BeforeEach
  void takeVideos() throws IOException {
    api.alsoCreatesAt(CREATE);
    for (String shot : new String[] {"snow", "rain"}) {
      api.looks(shot, StubbedApi.task("FAILED", FAILURE));
    }
    write("jobs/in/take.mp4");
  }

  private void write(String file) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, "\0\0\0\020ftypisom" + file);
  }

  /** The row {@code rain} has no id of its own. */
  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl())
        .from("jobs/shots.csv")
        .manifest(
            "id,prompt,video", "a,snow,in/take.mp4", ",rain,in/take.mp4", "b,fog,in/take.mp4");
  }

  private String failures() throws IOException {
    return Files.readString(folder.resolve("out/failures.csv"));
  }

  private int sent() {
    return api.requests(CREATE);
  }

  @Test
  void itsPathsLeadToTheFilesFromWhereItLies() throws IOException {
    Ran ran = job().run();

    assertThat(ran.count(FAILED)).isEqualTo(2);
    assertThat(failures().lines())
        .anyMatch(row -> row.startsWith("a,snow,../jobs/in/take.mp4,"))
        .anyMatch(row -> row.contains(",rain,../jobs/in/take.mp4,"));
  }

  @Test
  void changesNothingUnlessItIsEdited() throws IOException {
    Ran before = job().run();
    String failures = failures();

    Ran after = job().from("out/failures.csv").run();
    Ran asBefore = job().run();

    assertThat(after.states()).isEqualTo(before.states());
    assertThat(after.code()).isEqualTo(3);
    assertThat(asBefore.states()).isEqualTo(before.states());
    assertThat(failures()).isEqualTo(failures);
    assertThat(sent()).isEqualTo(3);
  }

  @Test
  void sendsAnEditedRowAgainWithItsFile() throws IOException {
    job().run();
    Path file = folder.resolve("out/failures.csv");
    Files.writeString(file, failures().replace("snow", "mist"));

    Ran ran = job().from("out/failures.csv").run();

    assertThat(ran.state("a+2")).isEqualTo(DELIVERED);
    assertThat(sent()).isEqualTo(4);
    assertThat(api.body(CREATE, "mist")).contains("video/mp4;base64,AAAAEGZ0eXBpc29t");
  }

  @Test
  void keepsItsPathsWhenItsRowFailsInARunOfAnotherManifest() throws IOException {
    job().run();
    String failures = failures();
    api.looks("snow", StubbedApi.running());
    job().type("retry", "a");
    Ran parked = job().from("out/failures.csv").api("deadline", "200ms").run();
    assertThat(parked.state("a")).isEqualTo(SUBMITTED);
    api.looks("snow", StubbedApi.task("FAILED", FAILURE));

    job().run();

    assertThat(failures()).isEqualTo(failures);
  }

  @Test
  void findsAFileThatWasMissing() throws IOException {
    Rehearsal job = job().manifest("id,prompt,video", "c,fog,in/missing.mp4");
    assertThat(job.run().count(REJECTED)).isEqualTo(1);
    assertThat(failures()).contains("c,fog,../jobs/in/missing.mp4,");
    write("jobs/in/missing.mp4");

    assertThat(job.from("out/failures.csv").run().state("c")).isEqualTo(DELIVERED);
  }

  @Test
  void aMissingFileThatComesIsFoundByTheSameManifest() throws IOException {
    Rehearsal job = job().manifest("id,prompt,video", "c,fog,in/missing.mp4");
    job.run();
    write("jobs/in/missing.mp4");

    assertThat(job.run().state("c")).isEqualTo(DELIVERED);
  }
}
