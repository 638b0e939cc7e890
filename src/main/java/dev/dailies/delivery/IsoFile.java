package dev.dailies.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outermost boxes of an MP4 or MOV file (ISO/IEC 14496-12, section 4.2). */
final class IsoFile {

  /** A clip in fragments has two boxes for each; a hostile one could have a hundred million. */
  private static final int MAX_BOXES = 100_000;

  private final FileChannel file;
  private final ByteBuffer header = ByteBuffer.allocate(16);
  private final Set<String> seen = new HashSet<>();

  IsoFile(FileChannel file) {
    this.file = file;
  }

  /** What is wrong with the file's structure; null if the boxes cover it and nothing is missing. */
  @Nullable String flaw() throws IOException {
    long end = file.size();
    long position = 0;
    for (int boxes = 0; position < end; boxes++) {
      long size = boxSize(position, end);
      if (size < 0 || size > end - position) {
        return "the box at byte " + position + " does not fit into the file";
      }
      if (boxes == MAX_BOXES) {
        return "more than " + MAX_BOXES + " boxes";
      }
      position += size;
    }
    return missing("moov") ? "no moov box" : missing("mdat") ? "no mdat box" : null;
  }

  private boolean missing(String type) {
    return !seen.contains(type);
  }

  /** The length of the box that begins there, header included; -1 if that cannot be one. */
  private long boxSize(long position, long end) throws IOException {
    header.clear();
    while (header.hasRemaining() && file.read(header, position + header.position()) > 0) {}
    if (header.position() < 8) {
      return -1;
    }
    seen.add(new String(header.array(), 4, 4, ISO_8859_1));
    long size = Integer.toUnsignedLong(header.getInt(0));
    if (size == 0) {
      return end - position;
    }
    if (size == 1) {
      return header.position() < 16 || header.getLong(8) < 16 ? -1 : header.getLong(8);
    }
    return size < 8 ? -1 : size;
  }
}
