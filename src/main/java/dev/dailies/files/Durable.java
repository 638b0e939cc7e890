package dev.dailies.files;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Calls after which names and copies are on the disk, and survive a power cut. */
public final class Durable {

  private Durable() {}

  /** Copies a file; only its owner may read the copy. */
  public static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to);
    if (Files.getFileStore(to).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
    }
    try (FileChannel channel = FileChannel.open(to, READ, WRITE)) {
      channel.force(true);
    }
  }

  /** Renames a file or a folder in one step. */
  public static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(to.resolveSibling(""));
  }

  /**
   * Waits until the folder's entries are on the disk, where the system can do that: Windows opens
   * no folder, and journals a rename by itself; some file systems refuse to sync a folder.
   */
  public static void forceFolder(Path folder) throws IOException {
    if (File.separatorChar == '\\') {
      return;
    }
    try (FileChannel entries = FileChannel.open(folder, READ)) {
      entries.force(true);
    } catch (IOException failure) {
      // EINVAL: this file system syncs no folders. PostgreSQL ignores that one too.
      if (!invalid().equals(String.valueOf(failure.getMessage()))) {
        throw failure;
      }
    }
  }

  /**
   * The system's word for EINVAL, which is in the language of the shell: a device syncs nothing.
   */
  private static String invalid() {
    try (FileChannel device = FileChannel.open(Path.of("/dev/null"), READ)) {
      device.force(true);
    } catch (IOException refused) {
      return String.valueOf(refused.getMessage());
    }
    return "Invalid argument";
  }
}
