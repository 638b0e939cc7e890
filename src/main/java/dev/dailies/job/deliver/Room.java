package dev.dailies.job.deliver;

import dev.dailies.delivery.FreeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/**
 * The room on the disk to which clips are handed.
 *
 * @param folder of that disk
 * @param shown the same for people to read
 * @param keepFree how much of it is left to the ledger; 0 if that is on another disk
 */
record Room(Path folder, String shown, DataSize keepFree) {

  /**
   * That of a folder.
   *
   * @param output where the ledger is
   */
  static Room of(Path folder, String shown, Path output, DataSize keepFree) throws IOException {
    boolean same = Files.getFileStore(folder).equals(Files.getFileStore(output));
    return new Room(folder, shown, same ? keepFree : DataSize.ofBytes(0));
  }

  /** What there is to say if so many bytes do not fit; empty if they do, or if nobody knows. */
  String shortage(long wanted) throws IOException {
    return wanted == 0
        ? ""
        : FreeSpace.shortage("the disk of " + shown, folder, wanted, keepFree).orElse("");
  }
}
