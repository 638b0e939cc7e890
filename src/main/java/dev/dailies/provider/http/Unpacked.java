package dev.dailies.provider.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * An answer as it was before somebody packed it. We ask for none that is packed, and some gateways
 * send it nevertheless.
 */
final class Unpacked {

  private Unpacked() {}

  /**
   * Unpacks gzip, by its first bytes, and deflate, by the header.
   *
   * @param most the largest answer, unpacked
   * @throws IOException if it is not whole, or larger
   */
  static byte[] of(byte[] body, HttpHeaders headers, int most) throws IOException {
    if (body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b) {
      return read(new GZIPInputStream(new ByteArrayInputStream(body)), most);
    }
    String encoding =
        headers.firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    boolean deflated = encoding.equals("deflate") && body.length > 0 && (body[0] & 0x0f) == 8;
    return deflated ? read(new InflaterInputStream(new ByteArrayInputStream(body)), most) : body;
  }

  private static byte[] read(InputStream packed, int most) throws IOException {
    try (packed) {
      byte[] whole = packed.readNBytes(most + 1);
      if (whole.length > most) {
        throw new TooLargeException(most);
      }
      return whole;
    }
  }
}
