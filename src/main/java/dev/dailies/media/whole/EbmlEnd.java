package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;
import java.util.Set;

/**
 * WebM and Matroska are trees of elements (RFC 8794). What was written live does not state the size
 * of its segment: then the elements in it are stepped over, and where the last one ends proves
 * nothing.
 */
final class EbmlEnd {

  private static final long SEGMENT = 0x18538067;
  private static final long CLUSTER = 0x1F43B675;

  /** Room that was left, and a checksum: these may stand anywhere (RFC 8794, section 11.3). */
  private static final Set<Integer> ANYWHERE = Set.of(0xEC, 0xBF);

  /** What a cluster of unknown size ends before (RFC 9559). */
  private static final Set<Long> IN_SEGMENT =
      Set.of(
          CLUSTER,
          0x114D9B74L,
          0x1549A966L,
          0x1654AE6BL,
          0x1C53BB6BL,
          0x1941A469L,
          0x1043A770L,
          0x1254C367L,
          SEGMENT,
          0x1A45DFA3L);

  private EbmlEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    boolean proven = true;
    boolean segment = false;
    long position = 0;
    while (position < file.size() && (position == 0 || isElement(file, position))) {
      Element element = Element.at(file, position);
      segment |= element.id == SEGMENT;
      proven &= element.size >= 0;
      position = element.size < 0 ? behindUnknown(file, element) : end(file, element);
    }
    if (!segment) {
      throw new FlawedFileException("no segment");
    }
    return proven;
  }

  private static boolean isElement(Bytes file, long position)
      throws IOException, FlawedFileException {
    return file.size() - position >= 4
        && (IN_SEGMENT.contains(file.big(position, 4)) || ANYWHERE.contains(file.at(position)));
  }

  private static long end(Bytes file, Element element) throws FlawedFileException {
    file.holds(element.content + element.size);
    return element.content + element.size;
  }

  /**
   * A segment holds what may stand outside of it, too; a cluster ends where such a thing begins.
   */
  private static long behindUnknown(Bytes file, Element outer)
      throws IOException, FlawedFileException {
    long position = outer.content;
    while (position < file.size()) {
      Element inner = Element.at(file, position);
      if (outer.id != SEGMENT && IN_SEGMENT.contains(inner.id)) {
        return position;
      }
      position = inner.size < 0 ? behindUnknown(file, inner) : end(file, inner);
    }
    return position;
  }

  /**
   * One element.
   *
   * @param content where its header ends
   * @param size of its content; less than 0 if it does not state it
   */
  private record Element(long id, long content, long size) {

    static Element at(Bytes file, long position) throws IOException, FlawedFileException {
      int idBytes = length(file.at(position));
      int sizeBytes = length(file.at(position + idBytes));
      if (idBytes > 4 || sizeBytes > 8) {
        throw new FlawedFileException("no element at byte " + position);
      }
      long bits = (1L << (7 * sizeBytes)) - 1;
      long size = file.big(position + idBytes, sizeBytes) & bits;
      return new Element(
          file.big(position, idBytes), position + idBytes + sizeBytes, size == bits ? -1 : size);
    }

    /** The bytes of a number, by the first bit that is set in its first byte. */
    private static int length(int first) {
      return Integer.numberOfLeadingZeros(first) - 23;
    }
  }
}
