package dev.dailies.files;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is written beside its final name and takes that name when it is whole. Until then the
 * older file stays.
 */
public final class AtomicFile implements Closeable {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private final Path beside;
  private final FileChannel channel;
  private final Writer writer;

  private AtomicFile(Path file, FileAttribute<?>... attributes) throws IOException {
    this.file = file;
    this.beside = FileNames.unfinished(file);
    // Left by a run that was killed. What is created anew follows no link and has its mode at once.
    Files.deleteIfExists(beside);
    this.channel =
        FileChannel.open(
            beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
  }

  /** A file that everyone may read whom the folder lets in. */
  public static AtomicFile open(Path file) throws IOException {
    return new AtomicFile(file);
  }

  /** A file that only its owner may read, where the file system knows owners. */
  public static AtomicFile secret(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix ? new AtomicFile(file, OWNER_ONLY) : new AtomicFile(file);
  }

  /** Replaces a small file, which only its owner may read; it is on the disk on return. */
  public static void replace(Path file, String text) throws IOException {
    replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for what is no text. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    try (AtomicFile fresh = secret(file)) {
      Channels.newOutputStream(fresh.channel).write(bytes);
      fresh.sync();
      fresh.publish();
    }
    Durable.forceFolder(file.resolveSibling(""));
  }

  /** Removes what was written beside a file by a process that was killed. */
  public static void deleteDraft(Path file) throws IOException {
    Files.deleteIfExists(FileNames.unfinished(file));
  }

  /** Takes UTF-8 text. */
  public Writer writer() {
    return writer;
  }

  /** Brings everything written so far onto the disk. */
  public void sync() throws IOException {
    writer.flush();
    channel.force(true);
  }

  /** The digest of what was synced. */
  public String sha256() throws IOException {
    return Sha256.of(beside);
  }

  /**
   * Puts the file under its final name. It is on the disk for good only after {@link #sync} before,
   * and {@link Durable#forceFolder} after.
   */
  public void publish() throws IOException {
    writer.flush();
    channel.close();
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(beside);
  }
}
