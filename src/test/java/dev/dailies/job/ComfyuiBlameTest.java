package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a workflow or a server is never held against rows. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ComfyuiBlameTest {

  @AutoClose private final StubbedComfyui server = new StubbedComfyui();
  @TempDir Path folder;

  private Rehearsal job() {
    return Rehearsal.ofComfyui(folder, server.baseUrl())
        .manifest("id,prompt", "a,one", "b,two", "c,three");
  }

  @Test
  void theSameCommandGoesOnAfterTheWorkflowIsMended() throws IOException {
    Rehearsal job = job();
    server.refuses("6", "fps");

    Ran halted = job.run();

    assertThat(halted.code()).isEqualTo(7);
    assertThat(halted.in(PLANNED)).containsExactly("a", "b", "c");
    assertThat(Files.readString(job.file("summary.json")))
        .contains("CreateVideo #6: Value too big");

    server.isWell();
    Ran mended = job.run();

    assertThat(mended.code()).isZero();
    assertThat(mended.in(DELIVERED)).containsExactly("a", "b", "c");
  }

  @Test
  void whatTheServerHasAgainstARowIsTheRows() {
    Rehearsal job = job();
    server.refuses("2", "text");

    Ran refused = job.run();

    assertThat(refused.in(REJECTED)).containsExactly("a", "b", "c");
    assertThat(refused.code()).isEqualTo(3);

    server.isWell();
    Typed retried = job.type("retry", "--class", "input");
    assertThat(retried.code()).isZero();
    assertThat(job.run().in(DELIVERED)).containsExactly("a", "b", "c");
  }

  @Test
  void aPlanAsksTheServer() {
    Rehearsal job = job();
    assertThat(job.type("plan").out())
        .contains(
            "comfyui: " + server.baseUrl() + " ComfyUI 0.33.0 has all that the workflow names");

    server.lacksNode("SaveVideo");
    Typed plan = job.type("plan");
    assertThat(plan.out())
        .contains(server.baseUrl() + " cannot run the workflow: it has no node SaveVideo #7");
    assertThat(plan.code()).isEqualTo(7);
  }

  @Test
  void aPlanDoesNotWaitForAServer() {
    Rehearsal job = job();
    String address = server.baseUrl();
    server.close();
    Typed plan = job.type("plan");

    assertThat(plan.out()).contains(address + " was not asked: ");
    assertThat(plan.code()).isZero();
  }

  @Test
  void aServerThatLacksANodeIsNamedOnceAtTheEnd() {
    try (StubbedComfyui other = new StubbedComfyui()) {
      other.lacksNode("SaveVideo");
      Rehearsal job = job().comfyui("servers", server.baseUrl() + "," + other.baseUrl());

      Typed run = job.type("run");

      assertThat(run.code()).isZero();
      assertThat(run.out())
          .containsOnlyOnce("one server is left out: " + other.baseUrl() + " cannot run");
      assertThat(other.posts()).isEmpty();
    }
  }

  @Test
  void theEndOfARunTellsHowToSendRefusedRowsAsTheyAre() {
    Rehearsal job = job();
    server.refuses("2", "text");

    Typed run = job.type("run");

    assertThat(run.out()).contains(" --class input", "has refused rows sent again");
  }
}
