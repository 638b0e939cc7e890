package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import dev.dailies.job.folder.OutputFolder;
import java.io.IOException;
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

  /** To open a job takes seconds, in which people look already. */
  @Test
  void ofARunThatHasOnlyBegunStatusSaysSo(@TempDir Path folder) throws IOException {
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(1).keyFile();

    try (OutputFolder held = OutputFolder.lock(job.output())) {
      assertThat(held.inner()).exists();
      Typed status = job.type("status");

      assertThat(status.code()).as("%s", status).isZero();
      assertThat(status.out()).contains("It has only begun, and counted nothing yet");
    }
  }

  @Test
  void itsFolderIsKnownAtOnce(@TempDir Path folder) throws IOException {
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(1).keyFile().createsItsLedger();

    try (JobContext holder = job.open()) {
      assertThat(holder.queries()).isNotNull();
      assertThat(FrontDoor.type("status", job.output().toString()).err()).isEmpty();
    }
  }
}
