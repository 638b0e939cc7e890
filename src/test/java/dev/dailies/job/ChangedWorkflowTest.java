package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.TextWorkflow;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workflow that has changed is told of, and no clip is made again because of it alone. */
class ChangedWorkflowTest {

  private static final String CHANGED =
      "comfyui: the workflow has changed since 2 of these clips were made; they are kept (dailies"
          + " redo ";

  @AutoClose private final StubbedComfyui server = new StubbedComfyui();
  @TempDir private Path folder;
  private Rehearsal job;

  @BeforeEach
  void runOnce() throws IOException {
    workflow(TextWorkflow.JSON);
    job =
        Rehearsal.ofComfyui(folder, server.baseUrl(), folder.resolve("film.json"))
            .manifest("id,prompt", "one,a fox", "two,an owl");
    assertThat(job.run().in(DELIVERED)).containsExactly("one", "two");
  }

  private void workflow(String json) throws IOException {
    Files.writeString(folder.resolve("film.json"), json);
  }

  @Test
  void theClipsAreKeptAndTheChangeIsTold() throws IOException {
    workflow(TextWorkflow.JSON.replace("\"fps\": 12.0", "\"fps\": 24.0"));

    assertThat(job.type("plan").out())
        .contains(CHANGED, "--all-changed", "makes them again)", "Nothing is left to send");
    assertThat(job.type("plan", "--json").out()).contains("\"changed_clips\":{\"comfyui\":2}");
    assertThat(job.type("run").out()).contains(CHANGED);
    assertThat(server.posts()).hasSize(2);
  }

  @Test
  void allThatHaveChangedAreMadeAgainOnce() throws IOException {
    workflow(TextWorkflow.JSON.replace("\"fps\": 12.0", "\"fps\": 24.0"));

    Typed asked = job.type("redo", "--all-changed");
    assertThat(asked.code()).as("%s", asked).isEqualTo(2);
    assertThat(asked.err()).contains("--all-changed needs --yes where nobody can be asked");
    assertThat(job.type("redo", "--all-changed", "--yes").out())
        .contains("The next run makes 2 clips again, for $0.00; the old clips are kept");

    assertThat(job.run().in(DELIVERED)).containsExactly("one", "one+2", "two", "two+2");
    assertThat(server.posts("fox")).isZero();
    assertThat(server.posts()).hasSize(4);
    assertThat(server.posts().get(3).getBodyAsString()).contains("\"fps\":24.0");
    assertThat(job.type("plan").out()).doesNotContain("has changed");
    assertThat(job.type("redo", "--all-changed", "--yes").out())
        .contains("Nothing more to make again");
    assertThat(job.plan().in(PLANNED)).isEmpty();
  }

  /** The editor changes titles and the order by itself, and rows replace what is mapped. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "\"class_type\": \"VAEDecode\", | \"_meta\": {\"title\": \"D\"}, \"class_type\":"
            + " \"VAEDecode\",",
        "\"seed\": 1, \"steps\": 4, | \"steps\": 4, \"seed\": 1,",
        "\"filename_prefix\": \"clip\" | \"filename_prefix\": \"other\"",
      })
  void whatMakesNoOtherClipIsNoChange(String before, String after) throws IOException {
    assertThat(TextWorkflow.JSON).contains(before);
    workflow(TextWorkflow.JSON.replace(before, after));

    assertThat(job.type("plan").out()).doesNotContain("has changed");
  }

  @Test
  void anotherMappingIsAChangeToo() throws IOException {
    Files.writeString(folder.resolve("film.mapping.yaml"), "inputs: {seed: '#4.seed'}");

    assertThat(job.type("plan").out()).contains(CHANGED);
  }
}
