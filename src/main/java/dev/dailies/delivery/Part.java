package dev.dailies.delivery;

import dev.dailies.files.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The file beside the final name that a download is written to. {@link #close()} deletes it unless
 * it was given its final name, or left for a later try to resume.
 */
final class Part implements AutoCloseable {

  private static final int BUFFER = 256 * 1024;

  private final Disk disk;
  private final Path path;
  private final FileChannel channel;
  private final Sha256 sha256 = new Sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long size;
  private boolean left;

  private Part(Disk disk, Path path, FileChannel channel) {
    this.disk = disk;
    this.path = path;
    this.channel = channel;
  }

  /** Replaces what an earlier download may have left there. */
  static Part fresh(Disk disk, Path path) throws IOException {
    disk.delete(path);
    return new Part(disk, path, disk.create(path));
  }

  /** Appends to what an earlier download has left there; the digest takes in those bytes too. */
  static Part resumed(Disk disk, Path path) throws IOException {
    Part part = new Part(disk, path, disk.open(path));
    try {
      part.takeIn();
      return part;
    } catch (IOException failure) {
      part.close();
      throw failure;
    }
  }

  private void takeIn() throws IOException {
    while (channel.read(buffer) >= 0) {
      sha256.add(buffer.flip());
      buffer.clear();
    }
    size = channel.position();
  }

  /** Bytes taken in so far. */
  long size() {
    return size;
  }

  void write(ByteBuffer piece) throws IOException {
    while (piece.hasRemaining()) {
      fill(piece);
    }
  }

  private void fill(ByteBuffer piece) throws IOException {
    int count = Math.min(piece.remaining(), buffer.remaining());
    buffer.put(buffer.position(), piece, piece.position(), count);
    buffer.position(buffer.position() + count);
    piece.position(piece.position() + count);
    size += count;
    if (!buffer.hasRemaining()) {
      flush();
    }
  }

  /** Ends writing; returns the digest of everything. */
  String finish() throws IOException {
    flush();
    return sha256.hex();
  }

  private void flush() throws IOException {
    buffer.flip();
    sha256.add(buffer);
    disk.write(channel, buffer);
    buffer.clear();
  }

  /** Keeps the file for a later try to resume. */
  void leave() throws IOException {
    flush();
    left = true;
  }

  /** What was written, for reading. */
  FileChannel content() {
    return channel;
  }

  /** Makes the file durable and gives it its final name, unless that is taken. */
  void publish(Path target) throws IOException {
    disk.force(channel);
    channel.close();
    disk.rename(path, target);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (!left) {
        disk.delete(path);
      }
    }
  }
}
