package dev.dailies.simulator.clip;

import java.io.IOException;
import java.io.OutputStream;

/** A finished file: the video or picture, and maybe a last box of nothing but zeros. */
public final class ClipFile {

  private static final byte[] ZEROS = new byte[64 * 1024];

  private final byte[] head;
  private final long zeros;

  ClipFile(byte[] head, long zeros) {
    this.head = head;
    this.zeros = zeros;
  }

  /** A file of just these bytes. */
  public static ClipFile of(byte[] bytes) {
    return new ClipFile(bytes, 0);
  }

  /** In bytes. */
  public long length() {
    return head.length + zeros;
  }

  /** Writes so many bytes, from an offset on. */
  public void write(OutputStream out, long from, long count) throws IOException {
    int ofHead = (int) Math.max(0, Math.min(count, head.length - from));
    if (ofHead > 0) {
      out.write(head, (int) from, ofHead);
    }
    for (long left = count - ofHead; left > 0; left -= ZEROS.length) {
      out.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
    }
  }
}
