package dev.dailies.job.doctor;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.dailies.files.Durable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * Does once in a folder what a run does there all night, with a file of its own that is gone
 * afterwards.
 *
 * @param sync how long it took until the file and its name were on the disk
 */
record FolderProbe(Duration sync) {

  /**
   * Writes, locks, syncs, renames and deletes.
   *
   * @throws IOException if one of them cannot be done
   */
  static FolderProbe in(Path folder) throws IOException {
    Path file = folder.resolve(".dailies-doctor-" + UUID.randomUUID());
    Path renamed = file.resolveSibling(file.getFileName() + ".renamed");
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, READ, WRITE)) {
      try (FileLock lock = channel.tryLock()) {
        if (lock == null || !lock.isValid()) {
          throw new IOException("no file can be locked there");
        }
      }
      channel.write(ByteBuffer.wrap("doctor".getBytes(StandardCharsets.US_ASCII)));
      long began = System.nanoTime();
      channel.force(true);
      Durable.rename(file, renamed);
      return new FolderProbe(Duration.ofNanos(System.nanoTime() - began));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(renamed);
    }
  }
}
