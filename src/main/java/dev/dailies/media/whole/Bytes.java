package dev.dailies.media.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a file byte by byte, through a window of it. What lies behind its end is a flaw. */
final class Bytes {

  private static final int WINDOW = 64 * 1024;

  private final FileChannel file;
  private final long size;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long start;

  Bytes(FileChannel file) throws IOException {
    this.file = file;
    this.size = file.size();
  }

  long size() {
    return size;
  }

  FileChannel file() {
    return file;
  }

  /** One byte, from 0 to 255. */
  int at(long position) throws IOException, FlawedFileException {
    if (position < 0 || position >= size) {
      throw new FlawedFileException("it ends at byte " + size + ", before its own end");
    }
    if (position < start || position >= start + window.limit()) {
      start = position;
      window.clear();
      while (window.hasRemaining() && file.read(window, start + window.position()) > 0) {}
      window.flip();
    }
    return Byte.toUnsignedInt(window.get((int) (position - start)));
  }

  /** A number of so many bytes, the most significant first. */
  long big(long position, int bytes) throws IOException, FlawedFileException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = (number << 8) | at(position + i);
    }
    return number;
  }

  /** A number of so many bytes, the least significant first. */
  long little(long position, int bytes) throws IOException, FlawedFileException {
    long number = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      number = (number << 8) | at(position + i);
    }
    return number;
  }

  /** So many bytes as characters. */
  String text(long position, int bytes) throws IOException, FlawedFileException {
    byte[] read = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      read[i] = (byte) at(position + i);
    }
    return new String(read, ISO_8859_1);
  }

  /**
   * True if the file has as many bytes as it states.
   *
   * @throws FlawedFileException if it has fewer
   */
  boolean holds(long stated) throws FlawedFileException {
    if (size < stated) {
      throw new FlawedFileException("it has %d of %d bytes".formatted(size, stated));
    }
    return true;
  }
}
