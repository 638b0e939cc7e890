package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;

/** AVIF and HEIC are boxes one behind the other; the last may go on to wherever the file ends. */
final class BoxedPictureEnd {

  private BoxedPictureEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    boolean described = false;
    boolean data = false;
    long position = 0;
    while (position < file.size()) {
      long size = file.big(position, 4);
      String type = file.text(position + 4, 4);
      described |= type.equals("meta");
      data |= type.equals("mdat");
      if (size == 0) {
        break;
      }
      long whole = size == 1 ? file.big(position + 8, 8) : size;
      if (whole < 8) {
        throw new FlawedFileException("no box at byte " + position);
      }
      file.holds(position + whole);
      position += whole;
    }
    if (!described) {
      throw new FlawedFileException("no meta box");
    }
    return data && position >= file.size();
  }
}
