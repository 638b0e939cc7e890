package dev.dailies.job.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that is locked as long as this process lives, and says who holds it. */
final class FolderLock implements AutoCloseable {

  /** The lock is on a byte far behind the text, so that others can read who holds it. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path file;
  private final FileChannel channel;
  private final @Nullable Object key;

  private FolderLock(Path file, FileChannel channel, @Nullable Object key) {
    this.file = file;
    this.channel = channel;
    this.key = key;
  }

  /**
   * Takes the lock. A link is not followed: the file that it leads to would be cut.
   *
   * @throws OutputFolderHeldException if another process has it
   */
  static FolderLock take(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException(file.getFileName() + " in it is a link: remove it");
    }
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS));
    Object key = keyOf(file);
    if (tryLock(channel) == null) {
      String holder = read(channel);
      channel.close();
      throw new OutputFolderHeldException(Holder.read(holder));
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(whoWeAre().getBytes(StandardCharsets.UTF_8)), 0);
    return new FolderLock(file, channel, key);
  }

  /** True if nobody has the lock, as far as can be seen. Changes nothing in the file. */
  static boolean isFree(Path file) {
    try (FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
      return tryLock(channel) != null;
    } catch (NoSuchFileException gone) {
      return true;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Who has the lock; empty if nobody has, or if the file cannot be opened. Changes nothing. */
  static Optional<Holder> holder(Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
      return tryLock(channel) == null ? Optional.of(Holder.read(read(channel))) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** False once the file has been deleted, or another one put in its place. */
  boolean isInPlace() {
    try {
      Object now = keyOf(file);
      return key == null || key.equals(now);
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      throw new IllegalStateException("cannot let go of the output folder", alreadyGone);
    }
  }

  /** What tells two files of one name apart; null where the system does not tell. */
  private static @Nullable Object keyOf(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(500);
    channel.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
  }

  private static String whoWeAre() {
    ProcessHandle self = ProcessHandle.current();
    String since = self.info().startInstant().map(start -> ", started " + start).orElse("");
    return "process " + self.pid() + host() + since;
  }

  /** For folders on a network file system. Asks no name server, which could take its time. */
  private static String host() {
    try {
      return " on " + Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException notLinux) {
      return "";
    }
  }
}
