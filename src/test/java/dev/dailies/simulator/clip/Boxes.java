package dev.dailies.simulator.clip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads the boxes of an MP4 file; fails on one that does not fit its parent. */
public final class Boxes {

  private Boxes() {}

  /** The contents of the boxes that lie side by side in some bytes, by type. */
  public static Map<String, ByteBuffer> in(ByteBuffer bytes) {
    Map<String, ByteBuffer> boxes = new LinkedHashMap<>();
    ByteBuffer rest = bytes.duplicate();
    while (rest.hasRemaining()) {
      int size = rest.getInt();
      byte[] type = new byte[4];
      rest.get(type);
      boxes.put(
          new String(type, StandardCharsets.ISO_8859_1), rest.slice(rest.position(), size - 8));
      rest.position(rest.position() + size - 8);
    }
    return boxes;
  }

  /** The content of a box within boxes, by the types from the outside in. */
  public static ByteBuffer at(byte[] file, String... path) {
    ByteBuffer content = ByteBuffer.wrap(file);
    for (String type : path) {
      content = Objects.requireNonNull(in(content).get(type), type);
    }
    return content;
  }
}
