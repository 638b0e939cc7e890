package dev.dailies.delivery;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.dailies.files.Durable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The few calls that change the disk, in one place so that a test can make each of them fail. */
class Disk {

  /** Creates a file that did not exist, for writing and reading; a link there is not followed. */
  FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, Set.of(CREATE_NEW, READ, WRITE, NOFOLLOW_LINKS));
  }

  /** Opens a file that is there, for writing and reading; a link there is not followed. */
  FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, Set.of(READ, WRITE, NOFOLLOW_LINKS));
  }

  /** How many bytes may still be written; as many as one likes where the system does not know. */
  long usable(Path folder) throws IOException {
    FileStore store = Files.getFileStore(folder);
    return store.getTotalSpace() == 0 ? Long.MAX_VALUE : store.getUsableSpace();
  }

  /** Writes all of the bytes. */
  void write(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Waits until the file's bytes are on the disk. */
  void force(FileChannel file) throws IOException {
    file.force(true);
  }

  /**
   * Gives a file its final name in one step.
   *
   * @throws java.nio.file.FileAlreadyExistsException if anything has that name, a link included
   */
  void rename(Path from, Path to) throws IOException {
    Files.move(from, to);
  }

  /** Waits until the folder's entries are on the disk. */
  void forceFolder(Path folder) throws IOException {
    Durable.forceFolder(folder);
  }

  /** Deletes a file, or a link but not what it points to, if there is one. */
  void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
