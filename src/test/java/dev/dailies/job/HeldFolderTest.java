package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheduler is told of a run that found its folder held. */
class HeldFolderTest {

  @AutoClose private final StubbedApi api = new StubbedApi();

  @Test
  void isFineIfTheSchedulerSaysSo(@TempDir Path folder) {
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(1);
    job.run();

    try (JobContext holder = job.open()) {
      assertThat(holder.queries()).isNotNull();
      assertThat(job.type("run", "--ok-exit=3,8").code()).isEqualTo(11);
      Typed mapped = job.type("run", "--ok-exit=11");
      assertThat(mapped.code()).as("%s", mapped).isZero();
      assertThat(mapped.err())
          .contains(
              "another run holds this output folder: process " + ProcessHandle.current().pid());
    }
  }
}
