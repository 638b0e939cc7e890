package dev.dailies.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** Keeps downloads from filling the disk, since the ledger needs space too. */
public final class FreeSpace {

  /** How many bytes may be written between two checks. */
  private static final long STRIDE = DataSize.ofMegabytes(8).toBytes();

  private final Disk disk;
  private final Path folder;
  private final DataSize keepFree;
  private long nextCheck;

  /** Checks at once that so many more bytes fit. */
  FreeSpace(Disk disk, Path folder, DataSize keepFree, long wanted) throws IOException {
    this.disk = disk;
    this.folder = folder;
    this.keepFree = keepFree;
    check(wanted);
  }

  /** What there is to say if less is free than is to be kept free; empty if all is well. */
  public static Optional<String> shortage(Path folder, DataSize keepFree) {
    try {
      new FreeSpace(new Disk(), folder, keepFree, 0);
      return Optional.empty();
    } catch (IOException tooLittle) {
      return Optional.ofNullable(tooLittle.getMessage());
    }
  }

  /**
   * Checks now and then while a file grows, since others grow too.
   *
   * @param size of the file with what is written next
   */
  void checkAt(long size) throws IOException {
    if (size >= nextCheck) {
      check(STRIDE);
      nextCheck = size + STRIDE;
    }
  }

  private void check(long wanted) throws IOException {
    long free = disk.usable(folder);
    if (free - wanted < keepFree.toBytes()) {
      throw new DiskFullException(
          "the disk is full: %d MB are free%s, and Dailies keeps %d MB of it free for the ledger"
                  .formatted(
                      toMegabytes(free),
                      wanted == 0 ? "" : ", %d MB are wanted".formatted(toMegabytes(wanted)),
                      keepFree.toMegabytes())
              + " (download.keep-free)");
    }
  }

  private static long toMegabytes(long bytes) {
    return DataSize.ofBytes(bytes).toMegabytes();
  }
}
