package dev.dailies.provider.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * An answer as it was before somebody packed it. We ask for none that is packed, and some gateways
 * send it nevertheless.
 */
final class Unpacked extends FilterInputStream {

  private final int most;
  private long count;

  private Unpacked(InputStream unpacked, int most) {
    super(unpacked);
    this.most = most;
  }

  /**
   * Unpacks gzip, by its first bytes, and deflate, by the header.
   *
   * @param most the largest answer, unpacked; reading throws beyond that, and if it is not whole
   */
  static InputStream of(InputStream body, HttpHeaders headers, int most) throws IOException {
    PushbackInputStream packed = new Packed(body);
    byte[] head = packed.readNBytes(2);
    packed.unread(head);
    if (head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
      return new Unpacked(new GZIPInputStream(packed), most);
    }
    String encoding =
        headers.firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    boolean deflated = encoding.equals("deflate") && head.length > 0 && (head[0] & 0x0f) == 8;
    return deflated ? new Unpacked(new InflaterInputStream(packed), most) : packed;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read < 0 ? read : counted(read, 1);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    return read < 0 ? read : counted(read, read);
  }

  private int counted(int read, int more) throws TooLargeException {
    count += more;
    if (count > most) {
      throw new TooLargeException(most);
    }
    return read;
  }

  /** Asks whether anything is left, instead of guessing: an archive may have several parts. */
  private static final class Packed extends PushbackInputStream {

    Packed(InputStream body) {
      super(body, 2);
    }

    @Override
    public int available() throws IOException {
      int next = read();
      if (next < 0) {
        return 0;
      }
      unread(next);
      return 1;
    }
  }
}
