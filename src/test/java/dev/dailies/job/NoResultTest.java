package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.TextWorkflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping that names the wrong node: the words say so, and mending it is enough. */
class NoResultTest {

  @AutoClose private final StubbedComfyui server = new StubbedComfyui();
  @TempDir private Path folder;

  @Test
  void aMendedMappingIsEnoughToFetchWhatWasMade() throws IOException {
    Path workflow = Files.writeString(folder.resolve("film.json"), TextWorkflow.JSON);
    Path mapping = folder.resolve("film.mapping.yaml");
    Files.writeString(mapping, "output: {node: VAEDecode}");
    Rehearsal job =
        Rehearsal.ofComfyui(folder, server.baseUrl(), workflow).manifest("id,prompt", "one,a fox");

    Ran ran = job.run();

    assertThat(ran.in(UNDELIVERED)).containsExactly("one");
    assertThat(ran.reason("one"))
        .isEqualTo(
            "finished without a result: node #5 made no file; name one of these as output.node:"
                + " node #7");

    Files.writeString(mapping, "output: {node: SaveVideo}");
    job.type("fetch");

    assertThat(job.plan().in(DELIVERED)).containsExactly("one");
    assertThat(server.posts()).hasSize(1);
  }
}
