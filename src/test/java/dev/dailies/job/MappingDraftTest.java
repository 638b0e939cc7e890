package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.TextWorkflow;
import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workflow and a manifest are enough: what goes where is drafted, told, and used. */
class MappingDraftTest {

  private static final String PLAIN = TextWorkflow.JSON.replace("%prompt%", "a cat");

  @AutoClose private final StubbedComfyui server = new StubbedComfyui();
  @TempDir private Path folder;

  private String workflow(String json) throws IOException {
    return Files.writeString(folder.resolve("film.json"), json).toString();
  }

  private Typed type(String command, String workflow) throws IOException {
    Path shots = folder.resolve("shots.csv");
    Files.writeString(shots, "id,prompt\none,a fox\n");
    return FrontDoor.type(
        command,
        shots.toString(),
        "--workflow=" + workflow,
        "--dailies.providers.comfyui.base-url=" + server.baseUrl(),
        "--dailies.providers.comfyui.poll-interval=50ms");
  }

  @Test
  void aFlagNamesTheWorkflowAndSoTheProvider() throws IOException {
    Typed plan = type("plan", workflow(PLAIN));

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out())
        .contains("comfyui: film.json has no mapping, so this one is used; to change it, write it")
        .contains("comfyui:   inputs:")
        .contains("    prompt: '#2.text'   # the column prompt; the text that reaches 'positive'")
        .contains("To send: 1 take, $0.00.");

    Typed run = type("run", workflow(PLAIN));

    assertThat(run.code()).as("%s", run).isZero();
    assertThat(run.out()).contains("Nothing spent\n");
    assertThat(server.posts("a fox")).isEqualTo(1);
    assertThat(server.posts("a cat")).isZero();
  }

  @Test
  void theFlagIsForTheProviderThatTheJobFileNames() throws IOException {
    Files.writeString(folder.resolve("shots.csv"), "id,prompt\none,a fox\n");
    Path file =
        Files.writeString(
            folder.resolve("job.yaml"),
            """
            dailies:
              manifest: shots.csv
              provider: mine
              providers:
                mine: {type: comfyui, base-url: '%s', poll-interval: 50ms, workflow: none.json}
            """
                .formatted(server.baseUrl()));

    Typed run = FrontDoor.type("run", file.toString(), "--workflow=" + workflow(PLAIN));

    assertThat(run.code()).as("%s", run).isZero();
    assertThat(server.posts("a fox")).isEqualTo(1);
  }

  @Test
  void aMappingOfOnesOwnIsUsedInstead() throws IOException {
    String workflow = workflow(PLAIN);
    Files.writeString(folder.resolve("film.mapping.yaml"), "inputs: {prompt: '#2.text'}");

    assertThat(type("plan", workflow).out()).doesNotContain("has no mapping");
  }

  /** What is printed can be kept as the file, and says the same then. */
  @Test
  void theDraftCanBeWrittenDown() throws IOException {
    String workflow = workflow(PLAIN);
    Typed draft = FrontDoor.type("mapping", workflow);

    assertThat(draft.code()).as("%s", draft).isZero();
    assertThat(draft.out())
        .startsWith("inputs:\n")
        .contains("  seed: '#4.seed'   # the column seed");
    type("run", workflow);
    Files.writeString(folder.resolve("film.mapping.yaml"), draft.out());
    Typed again = type("run", workflow);
    assertThat(again.code()).as("%s", again).isZero();
    assertThat(again.out()).doesNotContain("has changed").contains("Nothing to do");
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void aPictureOfComfyuiIsAWorkflow() throws IOException {
    Path picture = folder.resolve("made.png");
    Files.writeString(picture, "\u0089PNG....tEXtprompt\0" + PLAIN + "\0\0");

    assertThat(FrontDoor.type("mapping", picture.toString()).out()).startsWith("inputs:\n");
    Typed run = type("run", picture.toString());
    assertThat(run.code()).as("%s", run).isZero();
    assertThat(server.posts("a fox")).isEqualTo(1);
  }

  @Test
  void refusesWhatHasNoDraft() throws IOException {
    Typed placeholders = FrontDoor.type("mapping", workflow(TextWorkflow.JSON));
    Typed editors = FrontDoor.type("mapping", workflow("{\"nodes\": [], \"links\": []}"));
    Typed nowhere = FrontDoor.type("mapping", folder.resolve("nowhere.json").toString());

    assertThat(placeholders.code()).isEqualTo(2);
    assertThat(placeholders.err()).contains("placeholders, which need no mapping");
    assertThat(editors.code()).isEqualTo(2);
    assertThat(editors.err()).contains("choose 'Export (API)'");
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("nowhere.json: the workflow cannot be read");
  }

  @Test
  void aFileOfTheServerIsNamedAndNotUploaded() throws IOException {
    String workflow =
        workflow(
            """
            {"1": {"class_type": "LoadImage", "inputs": {"image": "example.png"}},
             "7": {"class_type": "SaveVideo", "inputs": {"v": ["1", 0], "filename_prefix": "f"}}}
            """);
    Rehearsal job =
        Rehearsal.ofComfyui(folder, server.baseUrl(), Path.of(workflow))
            .set("admission", "valid")
            .manifest(
                "id,image,provider", "one,server:sub/größe (1).png,", "two,server:x.png,cometapi");

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("one");
    assertThat(ran.reason("line:3")).contains("the provider has no files of yours");
    assertThat(server.posts("sub/größe (1).png")).isEqualTo(1);
  }

  @Test
  void takesWithoutASeedAreWarnedOf() throws IOException {
    String workflow = workflow(TextWorkflow.JSON);
    Rehearsal job =
        Rehearsal.ofComfyui(folder, server.baseUrl(), Path.of(workflow))
            .manifest("id,prompt,takes", "one,a fox,3", "two,an owl,1");

    assertThat(job.type("plan").out())
        .containsOnlyOnce("all takes would be the same clip")
        .contains("To send: 4 takes");
    assertThat(job.run().in(DELIVERED)).hasSize(4);
  }
}
