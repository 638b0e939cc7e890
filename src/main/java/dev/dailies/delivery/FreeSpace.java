package dev.dailies.delivery;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** Sees to it that downloads never take the last of a disk, which the ledger needs. */
final class FreeSpace {

  /** How many bytes may be written before it is looked at again. */
  private static final long STRIDE = DataSize.ofMegabytes(8).toBytes();

  private final Disk disk;
  private final Path folder;
  private final DataSize keepFree;
  private long lookAt;

  /** Looks at once whether so many bytes more would fit. */
  FreeSpace(Disk disk, Path folder, DataSize keepFree, long wanted) throws IOException {
    this.disk = disk;
    this.folder = folder;
    this.keepFree = keepFree;
    check(wanted);
  }

  /**
   * Looks now and then while a file grows, since others grow too.
   *
   * @param size of the file with what is written next
   */
  void checkAt(long size) throws IOException {
    if (size >= lookAt) {
      check(STRIDE);
      lookAt = size + STRIDE;
    }
  }

  private void check(long wanted) throws IOException {
    long free = disk.usable(folder);
    if (free - wanted < keepFree.toBytes()) {
      throw new IOException(
          "%d MB are free on the disk, %d MB more are wanted, and %d MB are kept free for the ledger"
                  .formatted(toMegabytes(free), toMegabytes(wanted), keepFree.toMegabytes())
              + " (download.keep-free)");
    }
  }

  private static long toMegabytes(long bytes) {
    return DataSize.ofBytes(bytes).toMegabytes();
  }
}
