package dev.dailies.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** Keeps downloads from filling the disk, since the ledger needs space too. */
public final class FreeSpace {

  /** How many bytes may be written between two checks. */
  private static final long STRIDE = DataSize.ofMegabytes(8).toBytes();

  private static final String HERE = "the disk";

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
      return shortage(HERE, new Disk().usable(folder), 0, keepFree);
    } catch (IOException unknown) {
      return Optional.ofNullable(unknown.getMessage());
    }
  }

  /**
   * What there is to say if so many bytes more do not fit; empty if they do, or if nobody knows.
   *
   * @param name of the disk in that sentence
   * @param keepFree how much of it is left to the ledger; 0 if that is on another disk
   */
  public static Optional<String> shortage(String name, Path folder, long wanted, DataSize keepFree)
      throws IOException {
    return shortage(name, new Disk().usable(folder), wanted, keepFree);
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
    Optional<String> shortage = shortage(HERE, disk.usable(folder), wanted, keepFree);
    if (shortage.isPresent()) {
      throw new DiskFullException(shortage.get());
    }
  }

  private static Optional<String> shortage(String name, long free, long wanted, DataSize keepFree) {
    if (free - wanted >= keepFree.toBytes()) {
      return Optional.empty();
    }
    String asked = wanted == 0 ? "" : ", %d MB are wanted".formatted(roundedUp(wanted));
    String kept =
        keepFree.toBytes() == 0
            ? ""
            : ", and Dailies keeps %d MB of it free for the ledger (download.keep-free)"
                .formatted(keepFree.toMegabytes());
    return Optional.of(
        "%s is full: %d MB are free%s%s"
            .formatted(name, DataSize.ofBytes(free).toMegabytes(), asked, kept));
  }

  /** What is wanted is never 0 MB. */
  private static long roundedUp(long bytes) {
    return Math.max(1, DataSize.ofBytes(bytes).toMegabytes());
  }
}
