package dev.dailies.job.folder;

import dev.dailies.files.AtomicFile;
import dev.dailies.job.run.Failures;
import dev.dailies.settings.JobFiles;
import dev.dailies.settings.SettingsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The job's home, held by a lock of the operating system from before the database opens until the
 * process ends, however it ends. The lock file must never be opened twice in one process: on POSIX
 * systems closing it anywhere releases the lock.
 */
public final class OutputFolder implements AutoCloseable {

  /** The lock is on a byte far behind the text, so that others can read who holds it. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path folder;
  private final FileChannel channel;
  private final String job;

  private OutputFolder(Path folder, FileChannel channel, String job) {
    this.folder = folder;
    this.channel = channel;
    this.job = job;
  }

  /**
   * Creates the folder where it is missing, and locks it.
   *
   * @throws OutputFolderHeldException if another process holds it
   */
  public static OutputFolder lock(Path folder) {
    try {
      Path inner = createInner(folder);
      FileChannel channel = acquire(inner.resolve("lock"));
      return new OutputFolder(folder, channel, jobOf(inner));
    } catch (IOException failure) {
      throw new SettingsException(
          "cannot use the output folder %s: %s".formatted(folder, Failures.describe(failure)),
          failure);
    }
  }

  /** True if a job was ever run there. */
  public static boolean exists(Path folder) {
    return Files.isDirectory(folder.resolve(JobFiles.INNER));
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** Where the database, logs and the like are. */
  public Path inner() {
    return folder.resolve(JobFiles.INNER);
  }

  /** The UUID that the job has had since the folder was created. */
  public String job() {
    return job;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      throw new IllegalStateException("cannot let go of the output folder", alreadyGone);
    }
  }

  private static Path createInner(Path folder) throws IOException {
    Path inner = folder.resolve(JobFiles.INNER);
    Files.createDirectories(folder);
    if (!Files.isDirectory(inner)) {
      Files.createDirectory(inner, onlyForOwner(folder));
    }
    return inner;
  }

  private static FileChannel acquire(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      String holder = read(channel);
      channel.close();
      throw new OutputFolderHeldException(holder);
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(whoWeAre().getBytes(StandardCharsets.UTF_8)), 0);
    return channel;
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

  private static String jobOf(Path inner) throws IOException {
    Path file = inner.resolve("job");
    if (!Files.exists(file)) {
      AtomicFile.replace(file, UUID.randomUUID().toString());
    }
    return UUID.fromString(Files.readString(file).strip()).toString();
  }

  private static FileAttribute<?>[] onlyForOwner(Path folder) throws IOException {
    FileStore store = Files.getFileStore(folder);
    return store.supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
