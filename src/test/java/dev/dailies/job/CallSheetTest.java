package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A producer's call sheet, as it is. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class CallSheetTest {

  @TempDir Path folder;

  private Rehearsal job() throws IOException {
    Rehearsal job = new Rehearsal(folder, "http://127.0.0.1:9").from("call-sheet.csv");
    try (InputStream sheet =
        Objects.requireNonNull(getClass().getResourceAsStream("/call-sheet.csv"))) {
      Files.copy(sheet, job.manifest());
    }
    return job;
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulator", "cometapi"})
  void isPlanned(String provider) throws IOException {
    Typed plan = job().set("provider", provider).type("plan");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out().lines().filter(line -> line.startsWith("call-sheet.csv")))
        .containsExactly(
            "call-sheet.csv:7: warning: Status 'hold': Dailies does not read this column, so the"
                + " row is sent; take the row out of the list if it is not to be made",
            "call-sheet.csv:11: warning: image 'https://drive.google.com/file/d/abc123/view': this"
                + " is a page of Google Drive that shows a file, not the file; share it for"
                + " everybody and give the address of its download, or download it and give a path",
            "call-sheet.csv:12: warning: prompt: the prompt is empty, so the model decides what"
                + " happens; say what to make, or leave it",
            "call-sheet.csv: Scene, Notes, Status are not columns of Dailies; they are kept and"
                + " shown",
            "call-sheet.csv: ids name files, and are made safe for that: SC01/SH010 is SC01_SH010"
                + " (11 rows)",
            "call-sheet.csv: 16:9 is 1280:720 for gen3a_turbo (7 rows); 9:16 is 720:1280 for"
                + " gen3a_turbo (2 rows); 1:1 is 960:960 for gen3a_turbo",
            "call-sheet.csv: image_to_video at "
                + provider
                + " takes no negative prompt: it is"
                + " kept, and not sent (2 rows)",
            "call-sheet.csv: the style is cinematic where a row of text_to_video names none");
    assertThat(plan.out()).contains("To send: 18 takes");
  }

  @Test
  void aRunRepeatsTheWarningsAloneOfWhatThePlanSaid() throws IOException {
    Typed run = job().set("provider", "simulator").type("run", "--time-limit=1ms");

    assertThat(run.out().lines().filter(line -> line.startsWith("call-sheet.csv")))
        .hasSize(3)
        .allMatch(line -> line.contains(": warning: "));
  }

  @Test
  void fetchDoesNotRepeatWhatThePlanSaid() throws IOException {
    Rehearsal job = job().set("provider", "simulator");
    job.set("providers.simulator.generation-time", "50ms").type("run");
    try (var clips = Files.newDirectoryStream(job.output(), "SC01_SH030*.mp4")) {
      Files.delete(clips.iterator().next());
    }

    Typed fetch = job.type("fetch");

    assertThat(fetch.out()).contains("Report: ").doesNotContain(": warning: ");
  }

  @Test
  void isRefusedInOneLineWithoutAProvider() throws IOException {
    Typed plan = job().without("provider").type("plan");

    assertThat(plan.out().lines().filter(line -> line.contains("error")))
        .singleElement()
        .asString()
        .startsWith("call-sheet.csv:2: error: provider: no provider is named; add -p NAME,")
        .contains("(-p simulator costs nothing)")
        .endsWith("(11 rows: lines 2, 3, 4, …)");
  }

  @Test
  void namesBothLinesOfIdsThatBecomeOne() throws IOException {
    Rehearsal job =
        new Rehearsal(folder, "http://127.0.0.1:9")
            .manifest("Shot,Description,First Frame", row("SC01/SH010"), row("SC01 SH010"));

    assertThat(job.type("plan").out())
        .contains(
            "shots.csv:3: error: id 'SC01 SH010': it is SC01_SH010 as the name of a file, and so"
                + " is line 2; give one of them another id");
  }

  private static String row(String id) {
    return id + ",A cat,https://images.example.org/cat.jpg";
  }
}
