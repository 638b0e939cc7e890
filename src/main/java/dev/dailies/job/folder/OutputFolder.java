package dev.dailies.job.folder;

import dev.dailies.files.AtomicFile;
import dev.dailies.files.Durable;
import dev.dailies.files.FileNames;
import dev.dailies.job.run.Failures;
import dev.dailies.settings.JobFiles;
import dev.dailies.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The job's home, held by a lock of the operating system from before the database opens until the
 * process ends, however it ends. The lock files must never be opened twice in one process: on POSIX
 * systems closing one anywhere releases its lock.
 */
public final class OutputFolder implements AutoCloseable {

  private final Path folder;
  private final Path inner;
  private final List<FolderLock> locks;
  private @Nullable String job;

  private OutputFolder(Path folder, Path inner, List<FolderLock> locks) throws IOException {
    this.folder = folder;
    this.inner = inner;
    this.locks = List.copyOf(locks);
    this.job = jobOf(inner);
  }

  /** The folder of a run that somebody else holds, with a {@code .dailies} of our own. */
  static OutputFolder ofLook(Path folder, Path inner) throws IOException {
    return new OutputFolder(folder, inner, List.of());
  }

  /** Where an output folder has its database, logs and the like. */
  static Path inner(Path folder) {
    return folder.resolve(JobFiles.INNER);
  }

  /**
   * Creates the folder where it is missing, and locks it.
   *
   * @throws OutputFolderHeldException if another process holds it
   */
  public static OutputFolder lock(Path folder) {
    if (!FileNames.isSpelled(folder)) {
      throw new SettingsException(
          "cannot use the output folder %s: Java cannot spell its name without a UTF-8 locale; put LC_ALL=C.UTF-8 in front of the command"
              .formatted(FileNames.text(folder)));
    }
    try {
      Path inner = createInner(folder);
      FolderLock lock = FolderLock.take(inner.resolve("lock"));
      try {
        // Who deletes the one while a run is on leaves the other.
        FolderLock second = FolderLock.take(inner.resolve("held"));
        return new OutputFolder(folder, inner, List.of(second, lock));
      } catch (IOException | RuntimeException failure) {
        lock.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new SettingsException(
          "cannot use the output folder %s: %s".formatted(folder, Failures.describe(failure)),
          failure);
    }
  }

  /** True if nobody holds the folder. Asks for the locks, and lets go of them at once. */
  static boolean isFree(Path folder) {
    Path inner = inner(folder);
    return FolderLock.isFree(inner.resolve("lock")) && FolderLock.isFree(inner.resolve("held"));
  }

  /** The process that holds the folder; empty if none does, as far as can be seen. */
  public static Optional<Holder> holder(Path folder) {
    Path inner = inner(folder);
    return FolderLock.holder(inner.resolve("lock"))
        .or(() -> FolderLock.holder(inner.resolve("held")));
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
    return inner;
  }

  /** Where a file of the folder's {@code .dailies} is for us: who only looks has his own. */
  public Path own(Path file) {
    return inner.resolve(inner(folder).relativize(file));
  }

  /** True if this only looks at what another process works on: then nothing is to be mended. */
  public boolean isLook() {
    return locks.isEmpty();
  }

  /** The UUID that the job has had since the folder was created. */
  public synchronized String job() {
    if (job == null) {
      name(UUID.randomUUID().toString());
    }
    return Objects.requireNonNull(job);
  }

  /** True if the file that says the job's UUID is gone, or says nothing. */
  public synchronized boolean isNameless() {
    return job == null;
  }

  /** Says the job's UUID where nothing says it any more. */
  public synchronized void name(String known) {
    try {
      AtomicFile.replace(inner().resolve("job"), known);
      job = known;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write the file " + inner().resolve("job"), failure);
    }
  }

  /**
   * False once somebody has deleted or replaced a lock file: then nobody knows who else is at work
   * here.
   */
  public boolean isStillHeld() {
    return locks.stream().allMatch(FolderLock::isInPlace);
  }

  @Override
  public void close() {
    locks.forEach(FolderLock::close);
  }

  private static Path createInner(Path folder) throws IOException {
    Path inner = folder.resolve(JobFiles.INNER);
    Files.createDirectories(folder);
    if (!Files.exists(inner, LinkOption.NOFOLLOW_LINKS)) {
      createUnlessThere(inner, onlyForOwner(folder));
      Durable.forceFolder(folder);
    }
    if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(
          JobFiles.INNER + " in it is a link or a file, and must be a folder: move it away");
    }
    refuseStrangers(inner);
    return inner;
  }

  /** Another process may create it at the same moment: which of them works, the lock decides. */
  private static void createUnlessThere(Path inner, FileAttribute<?>... attributes)
      throws IOException {
    try {
      Files.createDirectory(inner, attributes);
    } catch (FileAlreadyExistsException there) {
      // As wanted; what it is, is looked at next.
    }
  }

  /** A folder that somebody else has put there may hold a ledger that pays again. */
  private static void refuseStrangers(Path inner) throws IOException {
    Path self = Path.of("/proc/self");
    if (!Files.exists(self)) {
      return;
    }
    UserPrincipal us = Files.getOwner(self);
    UserPrincipal owner = Files.getOwner(inner);
    if (!owner.equals(us) && !us.getName().equals("root")) {
      throw new IOException(
          "%s in it belongs to %s, and this is %s: run it as that user, or choose another --output"
              .formatted(JobFiles.INNER, owner.getName(), us.getName()));
    }
  }

  private static @Nullable String jobOf(Path inner) throws IOException {
    try {
      return UUID.fromString(Files.readString(inner.resolve("job")).strip()).toString();
    } catch (NoSuchFileException | IllegalArgumentException | CharacterCodingException nothing) {
      return null;
    }
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
