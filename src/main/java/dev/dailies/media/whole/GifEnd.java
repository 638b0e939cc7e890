package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;

/** A GIF is a row of blocks that ends with a trailer (GIF89a, section 27). */
final class GifEnd {

  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;

  private GifEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    long position = HEADER;
    position += table(file.at(10));
    while (true) {
      switch (file.at(position)) {
        case TRAILER -> {
          return true;
        }
        case EXTENSION -> position = behindParts(file, position + 2);
        case IMAGE -> position = behindParts(file, position + 11 + table(file.at(position + 9)));
        default -> throw new FlawedFileException("no block at byte " + position);
      }
    }
  }

  /** The bytes of a table of colours. */
  private static int table(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static long behindParts(Bytes file, long from) throws IOException, FlawedFileException {
    long position = from;
    while (file.at(position) != 0) {
      position += 1 + file.at(position);
    }
    return position + 1;
  }
}
