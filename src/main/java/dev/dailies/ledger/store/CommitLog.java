package dev.dailies.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * HSQLDB's log of the commits since its last checkpoint: lines of printable ASCII. A strict replay
 * would refuse the incomplete line that a kill may leave, so that is cut off before: a commit is
 * acknowledged only when its last line is complete. Anything but text is damage.
 */
final class CommitLog {

  private final Path file;

  CommitLog(Path file) {
    this.file = file;
  }

  /**
   * Cuts off an incomplete last line.
   *
   * @throws UntrustedLedgerException if a complete line holds what HSQLDB would never write
   */
  void makeReplayable() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel log =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = endOfText(log);
      if (end < log.size()) {
        log.truncate(end);
        log.force(true);
      }
    }
  }

  private long endOfText(FileChannel log) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
    long endOfLines = 0;
    long firstOdd = Long.MAX_VALUE;
    for (long at = 0; log.read(buffer, at) > 0; buffer.clear()) {
      buffer.flip();
      for (; buffer.hasRemaining(); at++) {
        byte one = buffer.get();
        if (one == '\n') {
          endOfLines = at + 1;
        } else if (isOdd(one)) {
          firstOdd = Math.min(firstOdd, at);
        }
      }
    }
    if (firstOdd < endOfLines) {
      throw new UntrustedLedgerException(
          "%s is harmed at byte %d".formatted(file.getFileName(), firstOdd));
    }
    return endOfLines;
  }

  private static boolean isOdd(byte one) {
    return (one < ' ' && one != '\r' && one != '\t') || one == 127;
  }
}
