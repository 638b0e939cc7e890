package dev.dailies.simulator.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer, written when it is sent. */
public interface Body {

  /** What {@link #length} says when only writing it shows the length. */
  long UNKNOWN = -1;

  /** In bytes, or {@link #UNKNOWN}. */
  long length();

  /** Writes all of it. An exception breaks the connection off. */
  void writeTo(OutputStream out) throws IOException;

  /** A body that is in memory. */
  static Body of(byte[] bytes) {
    return new Body() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
