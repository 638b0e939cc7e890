package dev.dailies.job.folder;

import dev.dailies.delivery.FreeSpace;
import dev.dailies.job.run.Ground;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** The output folder is still ours alone, and has room for what comes of a submission. */
final class FolderGround implements Ground {

  private final OutputFolder folder;
  private final DataSize keepFree;

  FolderGround(OutputFolder folder, DataSize keepFree) {
    this.folder = folder;
    this.keepFree = keepFree;
  }

  @Override
  public Optional<StopReason> missing() {
    return taken().or(this::shortage);
  }

  @Override
  public Optional<StopReason> taken() {
    return folder.isStillHeld()
        ? Optional.empty()
        : Optional.of(
            failure(
                "the lock files in .dailies were removed or replaced, so another run may be at"
                    + " work here; nothing more was sent: end it, and run again"));
  }

  private Optional<StopReason> shortage() {
    return FreeSpace.shortage(folder.path(), keepFree)
        .map(said -> StopReason.of(Kind.DISK_FULL, said + ", so nothing is sent"));
  }

  private static StopReason failure(String text) {
    return StopReason.of(Kind.FAILURE, text);
  }
}
