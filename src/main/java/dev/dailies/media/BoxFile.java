package dev.dailies.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the boxes of an MP4 or MOV file and what is in them, a piece at a time. */
final class BoxFile {

  /** A clip in fragments has two boxes for each; a hostile one could have a hundred million. */
  private static final int MAX_BOXES = 100_000;

  /** Far more than the tables of a long film. */
  private static final int MAX_CONTENT = 64 * 1024 * 1024;

  private final FileChannel file;

  BoxFile(FileChannel file) {
    this.file = file;
  }

  /** The outermost boxes, from the beginning of the file up to where no box fits. */
  List<Box> outermost() throws IOException, FlawedFileException {
    List<Box> found = new ArrayList<>();
    long end = file.size();
    long position = 0;
    while (position < end) {
      Box box = boxIfItFits(position, end).orElse(null);
      if (box == null) {
        break;
      }
      add(box, found);
      position = box.end();
    }
    return found;
  }

  /** The bytes from there on, as far as they tell what they are; one character per byte. */
  String text(long position) throws IOException {
    int count = (int) Math.min(16, file.size() - position);
    return ISO_8859_1.decode(read(position, count)).toString();
  }

  long size() throws IOException {
    return file.size();
  }

  /** The boxes in a box. QuickTime may end them with a zero in place of a size. */
  List<Box> in(Box outer) throws IOException, FlawedFileException {
    List<Box> found = new ArrayList<>();
    long position = outer.content();
    while (position < outer.end() && !isZero(position, outer.end())) {
      add(box(position, outer.end()), found);
      position = found.get(found.size() - 1).end();
    }
    return found;
  }

  private static void add(Box box, List<Box> found) throws FlawedFileException {
    if (found.size() == MAX_BOXES) {
      throw new FlawedFileException("more than " + MAX_BOXES + " boxes");
    }
    found.add(box);
  }

  /** The first box that the path of types leads to. */
  Optional<Box> at(Box outer, String... path) throws IOException, FlawedFileException {
    Optional<Box> here = Optional.of(outer);
    for (String type : path) {
      here = here.isEmpty() ? here : first(in(here.get()), type);
    }
    return here;
  }

  static Optional<Box> first(List<Box> boxes, String type) {
    return boxes.stream().filter(box -> box.is(type)).findFirst();
  }

  /** What the box holds. */
  ByteBuffer content(Box box) throws IOException, FlawedFileException {
    long size = box.end() - box.content();
    if (size > MAX_CONTENT) {
      throw new FlawedFileException("the box " + box.type() + " is larger than any should be");
    }
    return read(box.content(), (int) size);
  }

  private boolean isZero(long position, long end) throws IOException {
    return end - position >= 4 && read(position, 4).getInt(0) == 0;
  }

  /** The box that begins there and ends at {@code end} or before. */
  private Box box(long position, long end) throws IOException, FlawedFileException {
    return boxIfItFits(position, end)
        .orElseThrow(
            () ->
                new FlawedFileException(
                    "the box at byte " + position + " does not fit into the file"));
  }

  private Optional<Box> boxIfItFits(long position, long end) throws IOException {
    ByteBuffer header = read(position, (int) Math.min(16, end - position));
    long room = end - position;
    long size = header.limit() < 8 ? -1 : Integer.toUnsignedLong(header.getInt(0));
    boolean isLong = size == 1 && header.limit() == 16;
    if (isLong) {
      size = header.getLong(8);
    } else if (size == 0) {
      size = room;
    }
    int headerSize = isLong ? 16 : 8;
    if (size < headerSize || size > room) {
      return Optional.empty();
    }
    String type = ISO_8859_1.decode(header.slice(4, 4)).toString();
    return Optional.of(new Box(type, position + headerSize, position + size));
  }

  private ByteBuffer read(long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) > 0) {}
    return bytes.flip();
  }

  /**
   * One box of an ISO media file (ISO/IEC 14496-12, section 4.2), by its place in the file.
   *
   * @param type four characters
   * @param content where the header ends
   * @param end behind the last byte
   */
  record Box(String type, long content, long end) {

    boolean is(String wanted) {
      return type.equals(wanted);
    }
  }
}
