package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.job.run.ExitCode;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a job file. */
class JobFileTest {

  @AutoClose private final StubbedApi api = new StubbedApi();

  @Test
  void aRunGoesToTheAddressInTheJobFile(@TempDir Path folder) throws IOException {
    new Rehearsal(folder, "https://nowhere.invalid").rows(1);
    Path file = folder.resolve("night.yaml");
    Files.writeString(
        file,
        """
        dailies:
          manifest: shots.csv
          provider: cometapi
          providers.cometapi:
            base-url: %s
            api-key: sk-job-file
            poll-interval: 50ms
        """
            .formatted(api.baseUrl()));
    JobSetup setup = JobSetup.load(new Target(file, folder), Map.of());

    try (JobContext context = JobContext.open(setup)) {
      assertThat(ExitCode.of(context.run()).code()).isZero();
    }

    assertThat(api.posts()).hasSize(1);
    assertThat(folder.resolve("out/night/shot-01.mp4")).exists();
  }
}
