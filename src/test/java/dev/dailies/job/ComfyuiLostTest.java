package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restarted ComfyUI has forgotten its queue: at one's own server that costs nothing but time. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ComfyuiLostTest {

  @AutoClose private final StubbedComfyui server = new StubbedComfyui();
  @TempDir Path folder;

  private Rehearsal job() {
    return Rehearsal.ofComfyui(folder, server.baseUrl())
        .comfyui("grace", "400ms")
        .manifest("id,prompt", "a,one");
  }

  @Test
  void isSentAgainByItself() {
    server.knowsAllNodes(false);
    server.forgetsTheFirstPrompt();

    Ran ran = job().run();

    assertThat(ran.in(DELIVERED)).containsExactly("a");
    assertThat(ran.code()).isZero();
    assertThat(server.posts()).hasSize(2);
  }

  @Test
  void isSentAgainOnceSinceARowMayBeWhatKillsTheServer() {
    server.knowsAllNodes(false);
    server.forgetsEveryPrompt();
    Rehearsal job = job();

    Ran first = job.run();
    Ran second = job.run();

    assertThat(first.in(LOST)).containsExactly("a");
    assertThat(second.in(LOST)).containsExactly("a");
    assertThat(second.code()).isEqualTo(3);
    assertThat(server.posts()).hasSize(2);
  }

  @Test
  void isNotSentAgainWhereANodeIsPaidFor() {
    server.knowsAllNodes(true);
    server.forgetsTheFirstPrompt();

    assertThat(job().run().in(LOST)).containsExactly("a");
    assertThat(server.posts()).hasSize(1);
  }

  /** A node of others that calls a service says nothing of it, and an older server has no word. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "custom_nodes.ComfyUI-fal-API",
        "custom_nodes.comfyui-replicate",
        "custom_nodes.my_runway_client",
        "comfy_api_nodes.nodes_kling"
      })
  void isNotSentAgainWhereANodeOfOthersMayCost(String module) {
    server.knowsAllNodes(false, module);
    server.forgetsTheFirstPrompt();

    assertThat(job().run().in(LOST)).containsExactly("a");
    assertThat(server.posts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"comfy_extras.nodes_video", "custom_nodes.comfyui-videohelpersuite"})
  void isSentAgainWhereItsNodesCallNobody(String module) {
    server.knowsAllNodes(false, module);
    server.forgetsTheFirstPrompt();

    assertThat(job().run().in(DELIVERED)).containsExactly("a");
    assertThat(server.posts()).hasSize(2);
  }

  @Test
  void isNotSentAgainWhereNobodyKnowsWhatItsNodesCost() {
    server.forgetsTheFirstPrompt();

    assertThat(job().run().in(LOST)).containsExactly("a");
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void isSentAgainWhereTheSettingsSaySo() {
    server.forgetsTheFirstPrompt();

    Ran ran = job().comfyui("on-lost", "resubmit").run();

    assertThat(ran.in(DELIVERED)).containsExactly("a");
  }

  @Test
  void isLeftToAPersonWhereTheSettingsSaySoAndTakenUpByALaterRun() {
    server.knowsAllNodes(false);
    server.forgetsTheFirstPrompt();
    Rehearsal job = job().comfyui("on-lost", "keep");

    assertThat(job.run().in(LOST)).containsExactly("a");
    assertThat(server.posts()).hasSize(1);

    assertThat(job.comfyui("on-lost", "resubmit").run().in(DELIVERED)).containsExactly("a");
    assertThat(server.posts()).hasSize(2);
  }

  @Test
  void isNeverSentAgainWithATextThatWasEditedSince() {
    server.forgetsTheFirstPrompt();
    Rehearsal job = job().comfyui("on-lost", "keep");
    job.run();

    job.manifest("id,prompt", "a,another");
    Ran ran = job.comfyui("on-lost", "resubmit").run();

    assertThat(ran.in(LOST)).containsExactly("a");
    assertThat(server.posts("one")).isEqualTo(1);
  }
}
