package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A ComfyUI before 0.3.45 does not know our ids: people are told, before and after. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OldComfyuiTest {

  private static final String IDS_OF_ITS_OWN =
      "it gives prompts ids of its own, as before 0.3.45, so a prompt whose answer is lost may stay"
          + " in doubt; update it";

  @AutoClose private final StubbedComfyui server = new StubbedComfyui();
  @TempDir private Path folder;

  private Rehearsal job() {
    return Rehearsal.ofComfyui(folder, server.baseUrl())
        .comfyui("doubt-pause", "50ms")
        .manifest("id,prompt", "a,one");
  }

  @Test
  void aPlanSaysSo() {
    server.isOld("0.3.44", 0);
    server.knowsAllNodes(false);

    assertThat(job().type("plan").out())
        .contains("ComfyUI 0.3.44 has all that the workflow names; " + IDS_OF_ITS_OWN);
  }

  @Test
  void aRunSaysSoAndWhatStaysInDoubtForIt() {
    server.isOld("0.3.30", 100);
    server.losesTheFirstAnswer();

    Typed run = job().type("run");

    assertThat(run.code()).as("%s", run).isEqualTo(12);
    assertThat(run.out())
        .containsOnlyOnce("Note: " + server.baseUrl() + " is ComfyUI 0.3.30: " + IDS_OF_ITS_OWN)
        .containsOnlyOnce("Note: what is in doubt at " + server.baseUrl() + " stays so: ")
        .contains("look at " + server.baseUrl() + "/history for files that begin with dailies/");
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void aNewOneIsNotSpokenOf() {
    server.knowsAllNodes(false);

    assertThat(job().type("plan").out()).doesNotContain("0.3.45");
    assertThat(job().type("run").out()).doesNotContain("Note:");
  }
}
