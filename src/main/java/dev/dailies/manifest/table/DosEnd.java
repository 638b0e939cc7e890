package dev.dailies.manifest.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ends a file before the byte 0x1A at its end, by which DOS and its heirs mark that. */
final class DosEnd {

  private static final int TAIL = 1024;
  private static final byte MARK = 0x1A;

  private DosEnd() {}

  /** The content of a file, without the mark at its end. */
  static InputStream open(Path path) throws IOException {
    long size;
    ByteBuffer tail = ByteBuffer.allocate(TAIL);
    try (FileChannel file = FileChannel.open(path)) {
      size = file.size();
      file.position(Math.max(0, size - TAIL));
      while (tail.hasRemaining() && file.read(tail) >= 0) {
        // Reads on.
      }
    }
    int marks = marks(tail.flip());
    InputStream in = Files.newInputStream(path);
    return marks == 0 ? in : new Limited(in, size - marks);
  }

  /** How many bytes there are from the first of the marks that end the file. */
  private static int marks(ByteBuffer tail) {
    int first = tail.limit();
    for (int i = tail.limit() - 1; i >= 0 && isEnd(tail.get(i)); i--) {
      first = tail.get(i) == MARK ? i : first;
    }
    return tail.limit() - first;
  }

  private static boolean isEnd(byte next) {
    return next == MARK || next == '\r' || next == '\n';
  }

  private static final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      int got = super.read(target, offset, (int) Math.min(count, left));
      left -= Math.max(got, 0);
      return got;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
