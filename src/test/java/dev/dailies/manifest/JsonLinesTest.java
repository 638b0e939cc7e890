package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.manifest.table.ManifestReader;
import dev.dailies.manifest.table.UnreadableManifestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest in JSON, an object a line. */
class JsonLinesTest {

  private final Path folder;

  JsonLinesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Row> rows(String content) throws IOException {
    List<Row> rows = new ArrayList<>();
    Path file = Files.writeString(folder.resolve("shots.jsonl"), content);
    try (ManifestReader reader = ManifestReader.open(file)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void isReadAsATable() throws IOException {
    List<Row> rows =
        rows(
            "\ufeff{\"Shot\": \"a\", \"prompt\": \"A \\\"cat\\\", calm\", \"Notes\": \"x\"}\n\n"
                + "{}\n"
                + "{\"prompt\": \"A dog\", \"seed\": 18446744073709551615, \"watermark\": false,"
                + " \"references\": [\"https://a.example/1\", \"https://a.example/2\"],"
                + " \"options\": {\"a\": {\"b\": 0.5}}, \"model\": null}\n");

    assertThat(rows).extracting(Row::line).containsExactly(1L, 4L);
    assertThat(rows).allSatisfy(row -> assertThat(row.problems()).isEmpty());
    assertThat(rows.get(0).cells())
        .isEqualTo(Map.of("id", "a", "prompt", "A \"cat\", calm", "Notes", "x"));
    assertThat(rows.get(1).cells())
        .isEqualTo(
            Map.of(
                "prompt", "A dog",
                "seed", "18446744073709551615",
                "watermark", "false",
                "references", "https://a.example/1 | https://a.example/2",
                "options.a.b", "0.5"));
  }

  @Test
  void asksForTheSameAsInCommas() throws IOException {
    Row json = rows("{\"id\": \"a\", \"prompt\": \"A cat\", \"duration\": 5}").get(0);

    assertThat(json.digest(Rows.INPUTS))
        .isEqualTo(Rows.of("id=a", "prompt=A cat", "duration=5").digest(Rows.INPUTS));
  }

  @Test
  void mayBeOneList() throws IOException {
    assertThat(rows("[\n{\"prompt\": \"A cat\"},\n{\"prompt\": \"A dog\"}\n]\n"))
        .extracting(row -> row.line() + " " + row.cells().get("prompt"))
        .containsExactly("2 A cat", "3 A dog");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"prompt\": \"A cat\"}\n{\"prompt\": \"A d",
        "{\"prompt\": \"A cat\"}\n{\"prompt\": \"A dog\", \"prompt\": \"A hen\"}\n",
        "{\"prompt\": \"A cat\"}\n{prompt: 5}\n",
        "{\"prompt\": \"A cat\"}\n\"A dog\"\n"
      })
  void isRefusedWithTheLine(String content) {
    assertThatThrownBy(() -> rows(content))
        .isInstanceOf(UnreadableManifestException.class)
        .hasMessageStartingWith("shots.jsonl:2: error: this is no ");
  }

  @Test
  void hasTheRulesOfColumns() {
    assertThatThrownBy(() -> rows("{\"promt\": \"A cat\", \"image\": \"\"}"))
        .hasMessage(
            "shots.jsonl:1: error: unknown column 'promt' (column 1); did you mean 'prompt'?");
  }
}
