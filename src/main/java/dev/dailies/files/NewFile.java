package dev.dailies.files;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is written beside its final name, and takes that name when it is whole, unless
 * another file has it by then.
 */
public final class NewFile implements Closeable {

  private final Path file;
  private final Path beside;

  private NewFile(Path file) {
    this.file = file;
    this.beside = FileNames.unfinished(file);
  }

  /** Begins one. What a process that was killed has left of it is removed. */
  public static NewFile at(Path file) throws IOException {
    NewFile fresh = new NewFile(file);
    Files.deleteIfExists(fresh.beside);
    return fresh;
  }

  /** Where it is until it is published. */
  public Path beside() {
    return beside;
  }

  /**
   * Puts it under its final name; its bytes are on the disk by then.
   *
   * @throws java.nio.file.FileAlreadyExistsException if another file has the name
   */
  public void publish() throws IOException {
    try (FileChannel channel = FileChannel.open(beside, READ, WRITE)) {
      channel.force(true);
    }
    Files.move(beside, file);
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(beside);
  }
}
