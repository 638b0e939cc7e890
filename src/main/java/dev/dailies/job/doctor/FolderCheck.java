package dev.dailies.job.doctor;

import dev.dailies.files.FileNames;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.Failures;
import dev.dailies.settings.JobFiles;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Can the output folder be written, locked and synced, on this very file system? */
final class FolderCheck implements Check {

  /** Each submission waits for several. */
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final Subject subject = Subject.of("folder");
  private final JobSetup setup;
  private final Path folder;

  FolderCheck(JobSetup setup) {
    this.setup = setup;
    this.folder = setup.files().output();
  }

  @Override
  public List<Finding> look() {
    if (!FileNames.isSpelled(folder)) {
      return List.of(
          failure(
              "%s cannot be used: Java cannot spell its name without a UTF-8 locale"
                  .formatted(FileNames.text(folder)),
              "put LC_ALL=C.UTF-8 in front of the command"));
    }
    try {
      Duration sync = Duration.ZERO;
      for (Path place : places()) {
        Duration its = FolderProbe.in(place).sync();
        sync = its.compareTo(sync) > 0 ? its : sync;
      }
      return List.of(told(sync));
    } catch (IOException unusable) {
      return List.of(
          failure(
              "%s cannot be used: %s".formatted(shown(), Failures.describe(unusable)),
              "make it writable for this user, or choose another --output"));
    }
  }

  /**
   * The clips are in the one, the ledger is in the other; before the first run, where both will be.
   */
  private List<Path> places() throws IOException {
    Path ground = NearestFolder.to(folder);
    return ground.equals(folder)
        ? Stream.of(folder, folder.resolve(JobFiles.INNER)).filter(Files::isDirectory).toList()
        : List.of(ground);
  }

  private Finding told(Duration sync) {
    String can =
        Files.isDirectory(folder)
            ? "%s can be written, locked and synced"
            : "%s can be made; files there can be written, locked and synced";
    return sync.compareTo(SLOW) < 0
        ? subject.ok(can.formatted(shown()))
        : subject.warning(
            can.formatted(shown())
                + ", but a sync takes %s, and each submission waits for several"
                    .formatted(Times.span(sync)),
            "choose an --output on a local disk");
  }

  private Finding failure(String found, String remedy) {
    return subject.failure(ExitCode.INPUT, found, remedy);
  }

  private String shown() {
    return setup.shown(folder);
  }
}
