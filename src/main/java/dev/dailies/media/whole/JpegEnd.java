package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;

/**
 * A JPEG ends with the marker EOI (ITU-T T.81, B.1.1.3). A small picture within its segments has
 * one too, so these are stepped over.
 */
final class JpegEnd {

  private static final int SCAN = 0xda;
  private static final int END = 0xd9;

  private JpegEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    long position = 2;
    while (true) {
      int marker = file.at(position + 1);
      if (file.at(position) != 0xff) {
        throw new FlawedFileException("no marker at byte " + position);
      }
      if (marker == END) {
        return true;
      }
      if (marker == 0xff) {
        position++;
      } else if (stands(marker)) {
        position += 2;
      } else {
        position += 2 + file.big(position + 2, 2);
        position = marker == SCAN ? behindScan(file, position) : position;
      }
    }
  }

  /** True for a marker without a segment. */
  private static boolean stands(int marker) {
    return marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
  }

  /** The next marker that is not part of the scan: no stuffed zero and no restart. */
  private static long behindScan(Bytes file, long from) throws IOException, FlawedFileException {
    long position = from;
    while (file.at(position) != 0xff
        || file.at(position + 1) == 0
        || (file.at(position + 1) >= 0xd0 && file.at(position + 1) <= 0xd7)) {
      position++;
    }
    return position;
  }
}
