package dev.dailies.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** How the bytes of a body are packed. Nobody asks for it, and some servers do it all the same. */
enum Packing {
  NONE,
  GZIP,
  DEFLATE;

  /** What the header {@code Content-Encoding} says; nothing, where it says what nobody knows. */
  static Packing of(HttpHeaders headers) {
    String name = headers.firstValue("Content-Encoding").orElse("").strip();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      default -> NONE;
    };
  }

  /** The bytes as they were before. Reads none of them yet. */
  InputStream unpacked(InputStream packed) {
    return this == NONE ? packed : new Unpacked(packed);
  }

  /** Begins to unpack when it is first read: its reader watches the time from then on. */
  private final class Unpacked extends FilterInputStream {

    private boolean begun;

    Unpacked(InputStream packed) {
      super(packed);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (!begun) {
        begun = true;
        in = Packing.this == GZIP ? new GZIPInputStream(in) : new InflaterInputStream(in);
      }
      return in.read(bytes, offset, length);
    }
  }
}
