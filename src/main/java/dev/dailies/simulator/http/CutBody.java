package dev.dailies.simulator.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Announces the whole length of another body, and breaks off half way. */
record CutBody(Body whole) implements Body {

  @Override
  public long length() {
    return whole.length();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    whole.writeTo(new Half(out, length() / 2));
  }

  private static final class Half extends FilterOutputStream {

    private long room;

    Half(OutputStream out, long room) {
      super(out);
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, (int) Math.min(length, room));
      room -= length;
      if (room < 0) {
        out.flush();
        throw new IOException("the download is cut, as the settings ask");
      }
    }
  }
}
