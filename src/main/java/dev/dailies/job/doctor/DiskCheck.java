package dev.dailies.job.doctor;

import dev.dailies.delivery.FreeSpace;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.Failures;
import dev.dailies.report.HumanUnits;
import dev.dailies.settings.JobSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Is there room for the clips of the night? */
final class DiskCheck implements Check {

  private final Subject subject = Subject.of("disk");
  private final JobSetup setup;
  private final long wanted;

  /**
   * @param wanted how many bytes will come, about
   */
  DiskCheck(JobSetup setup, long wanted) {
    this.setup = setup;
    this.wanted = wanted;
  }

  @Override
  public List<Finding> look() {
    try {
      Path ground = NearestFolder.to(setup.files().output());
      Optional<String> shortage =
          FreeSpace.shortage("the disk", ground, wanted, setup.download().keepFree());
      return List.of(
          shortage.isPresent()
              ? subject.failure(
                  ExitCode.DISK_FULL, shortage.get(), "free some space, or choose another --output")
              : subject.ok(enough(Files.getFileStore(ground).getUsableSpace())));
    } catch (IOException unknown) {
      return List.of(
          subject.warning("nobody knows how much is free: " + Failures.describe(unknown), null));
    }
  }

  private String enough(long free) {
    return wanted == 0
        ? "%s are free".formatted(HumanUnits.size(free))
        : "%s are free, and about %s are wanted"
            .formatted(HumanUnits.size(free), HumanUnits.size(wanted));
  }
}
