package dev.dailies.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Small files of the job that are on the disk when a method returns, and only their owner's. */
public final class Durable {

  private Durable() {}

  public static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    keepFromOthers(file);
  }

  public static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to);
    keepFromOthers(to);
    try (FileChannel channel = FileChannel.open(to, READ, WRITE)) {
      channel.force(true);
    }
  }

  public static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(to.resolveSibling(""));
  }

  public static void forceFolder(Path folder) throws IOException {
    if (File.separatorChar == '\\') {
      return;
    }
    try (FileChannel entries = FileChannel.open(folder, READ)) {
      entries.force(true);
    }
  }

  private static void keepFromOthers(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
