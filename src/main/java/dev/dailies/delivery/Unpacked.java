package dev.dailies.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * The bytes of a body as they were before they were packed. Begins when it is first read: its
 * reader watches the time from then on.
 */
final class Unpacked extends FilterInputStream {

  private final List<Packing.Layer> layers;
  private boolean begun;
  private boolean checked;

  Unpacked(InputStream packed, Packing packing) {
    super(packed);
    layers = packing.layers();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (!begun) {
      begun = true;
      for (int i = layers.size() - 1; i >= 0; i--) {
        in = without(layers.get(i), in);
      }
    }
    return in.read(bytes, offset, length);
  }

  /** As it is, where a server only says that it is packed. */
  private InputStream without(Packing.Layer layer, InputStream packed) throws IOException {
    PushbackInputStream content = new PushbackInputStream(packed, 2);
    byte[] head = content.readNBytes(2);
    content.unread(head);
    if (head.length < 2 || !layer.begins(head[0] & 0xff, head[1] & 0xff)) {
      return content;
    }
    checked |= layer == Packing.Layer.GZIP;
    return layer == Packing.Layer.GZIP
        ? new GZIPInputStream(content)
        : new InflaterInputStream(content);
  }

  /** True if the packed bytes prove by themselves that all of them came, once they are read. */
  boolean isChecked() {
    return checked;
  }
}
