package dev.dailies.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a commit is in HSQLDB's log, on the disk: HSQLDB says nothing when writing its log
 * fails, and goes on in memory.
 */
public final class CommitProof {

  private final @Nullable Path file;

  CommitProof(@Nullable Path file) {
    this.file = file;
  }

  /** For a database of the user's own, which answers for itself. */
  public static CommitProof none() {
    return new CommitProof(null);
  }

  /** How long the log is now: taken before a change is committed. */
  public long mark() {
    try {
      return file != null && Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException unreadable) {
      throw failed(unreadable);
    }
  }

  /**
   * Checks that what was committed since the mark is in the log.
   *
   * @param id stands in the change, and nowhere before
   * @throws UncheckedIOException if it is not there
   */
  public void check(long mark, String id) {
    if (file == null) {
      return;
    }
    try (FileChannel log =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      log.force(false);
      // A shorter log is a new one: what was in the old one is in the data file by now.
      if (log.size() >= mark && !written(log, mark).contains(id)) {
        throw new IOException("its log does not take what is written");
      }
    } catch (IOException unwritten) {
      throw failed(unwritten);
    }
  }

  private static String written(FileChannel log, long mark) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (log.size() - mark));
    while (bytes.hasRemaining() && log.read(bytes, mark + bytes.position()) > 0) {
      // Until the end is there.
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
  }

  private static UncheckedIOException failed(IOException failure) {
    return new UncheckedIOException(
        "the ledger cannot be written: " + failure.getMessage(), failure);
  }
}
