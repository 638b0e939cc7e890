package dev.dailies.manifest.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * A part of a workbook as it is unpacked. Ends the reading before it fills anything, and at an end
 * that is not what was packed.
 */
final class BoundedPart extends FilterInputStream {

  private final long most;
  private final long expected;
  private final CRC32 sum = new CRC32();
  private long passed;

  /**
   * @param most how many bytes it may have
   * @param expected their checksum
   */
  BoundedPart(InputStream in, long most, long expected) {
    super(in);
    this.most = most;
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    int got = super.read(target, offset, count);
    if (got < 0 && sum.getValue() != expected) {
      throw UnreadableWorkbookException.broken("it was changed since it was saved");
    }
    sum.update(target, offset, Math.max(got, 0));
    passed += Math.max(got, 0);
    if (passed > most) {
      throw UnreadableWorkbookException.of(
          "is far larger than it looks (over %d MB unpacked); save its rows as CSV UTF-8"
              .formatted(most / 1024 / 1024));
    }
    return got;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
