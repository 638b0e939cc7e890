package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.manifest.table.ManifestReader;
import dev.dailies.manifest.table.UnreadableManifestException;
import dev.dailies.provider.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's own shot list: columns that are none of ours, and other names for ours. */
class OwnColumnsTest {

  private final Path folder;

  OwnColumnsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ManifestReader open(String content) throws IOException {
    return ManifestReader.open(Files.writeString(folder.resolve("shots.csv"), content));
  }

  private Map<String, String> cells(String content) throws IOException {
    try (ManifestReader reader = open(content)) {
      Row row = reader.next();
      assertThat(row).isNotNull();
      return row == null ? Map.of() : row.cells();
    }
  }

  private void assertRefused(String header, String message) {
    assertThatThrownBy(() -> open(header + "\na,b,c\n"))
        .isInstanceOf(UnreadableManifestException.class)
        .hasMessage("shots.csv:1: error: " + message);
  }

  @Test
  void areKeptUnderTheirNamesAndNamedOnce() throws IOException {
    String sheet = "Scene,id,Prompt,Client  Notes,Status\nSC01,a,A cat,=moodier,\n";

    assertThat(cells(sheet))
        .isEqualTo(
            Map.of("Scene", "SC01", "id", "a", "prompt", "A cat", "Client Notes", "=moodier"));
    try (ManifestReader reader = open(sheet)) {
      assertThat(reader.headerLine()).isEqualTo(1);
      assertThat(reader.remarks())
          .containsExactly(
              Problem.note(
                  "",
                  null,
                  "Scene, Client Notes, Status are not columns of Dailies; they are kept and shown",
                  ""));
    }
    try (ManifestReader reader = open("id,prompt,Notes\n")) {
      assertThat(reader.remarks())
          .extracting(Problem::message)
          .containsExactly("Notes is not a column of Dailies; it is kept and shown");
    }
    try (ManifestReader reader = open("id,prompt\n")) {
      assertThat(reader.remarks()).isEmpty();
    }
  }

  @Test
  void areNoPartOfWhatARowAsksFor() {
    Row before = Rows.of("id=a", "prompt=A cat", "Status=todo", "Frame=#NAME?");
    Row after = Rows.of("id=a", "prompt=A cat", "Status=hold", "Still=cat.png");

    assertThat(after.meanings(Rows.INPUTS)).isEqualTo(before.meanings(Rows.INPUTS));
    assertThat(after.digest(Rows.INPUTS)).isEqualTo(before.digest(Rows.INPUTS));
    assertThat(after.earlierDigests(Rows.INPUTS).get(0))
        .isEqualTo(before.earlierDigests(Rows.INPUTS).get(0));
    assertThat(after.namesFiles(Rows.INPUTS)).isFalse();
    assertThat(StudioProvider.check().judge(before).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Shot,id",
    "SHOT ID,id",
    "shot_id,id",
    "Shot #,id",
    "Description,prompt",
    "Image URL,image",
    "First-Frame,image",
    "Video link,video",
    "Length,duration",
    "Duration (s),duration",
    "Aspect Ratio,ratio",
    "Aspect,ratio",
    "Reference Images,references",
    "Neg. Prompt,options.negative_prompt",
    "negative prompt,options.negative_prompt",
    "Watermark:,watermark",
  })
  void haveOtherNamesForOurs(String heading, String column) throws IOException {
    assertThat(Columns.canonical(heading)).isEqualTo(column);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Scene",
        "Notes",
        "Note",
        "Status",
        "Props",
        "Location",
        "Direction",
        "Rate",
        "Speed",
        "Shot size",
        "Shot note",
        "Camera",
        "Lens",
        "Mood",
        "Action",
        "Dialogue",
        "Sound",
        "Last frame",
        "Cast",
        "Day/Night",
        "INT/EXT",
        "Page",
        "#",
        "Priority",
        "Who",
        "Link",
        "Budget",
        "Rating",
        "Version",
        "Narration",
        "Rotation"
      })
  void areNoSlipsOfTheFinger(String heading) throws IOException {
    assertThat(cells("id,prompt," + heading + "\na,b,c\n")).containsEntry(heading, "c");
  }

  @ParameterizedTest
  @CsvSource({
    "promt,prompt",
    "pormpt,prompt",
    "Imgae,image",
    "duraton,duration",
    "Descripton,Description",
    "Aspect Ratoi,Aspect Ratio",
    "Take,takes",
    "Models,model",
    "Prompt 2,prompt",
  })
  void areRefusedWhereTheyAreNearlyOurs(String heading, String near) {
    assertRefused(
        "id,prompt," + heading,
        "unknown column '%s' (column 3); did you mean '%s'?".formatted(heading, near));
  }

  @Test
  void areRefusedWhereTwoMeanTheSame() {
    assertRefused(
        "Shot,Description,Shot ID",
        "'Shot' (column 1) and 'Shot ID' (column 3) both mean id; remove one, or give it a name of"
            + " your own");
    assertRefused(
        "prompt,image,First Frame",
        "'image' (column 2) and 'First Frame' (column 3) both mean image; remove one, or give it a"
            + " name of your own");
  }

  @Test
  void giveWayToOurOwnNames() throws IOException {
    assertThat(cells("Shot,Description,prompt,ID\n7,A cat sits,A cat,a\n"))
        .isEqualTo(Map.of("Shot", "7", "Description", "A cat sits", "prompt", "A cat", "id", "a"));
  }

  @Test
  void mayHaveOneNameTwice() throws IOException {
    assertThat(cells("id,prompt,Notes,Notes\na,b,one,two\n"))
        .containsEntry("Notes", "one")
        .containsEntry("Notes (column 4)", "two");
  }

  @Test
  void areReadAgainFromAFailuresTable() throws IOException {
    assertThat(cells("id,prompt,Shot,options.negative_prompt,job,reason_code,reason\na,b,7,,,,\n"))
        .isEqualTo(Map.of("id", "a", "prompt", "b", "Shot", "7"));
  }
}
