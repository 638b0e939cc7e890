package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;

/**
 * A FLAC file has neither an end nor a size (RFC 9639): only its metadata can be seen to be whole,
 * and that some sound follows.
 */
final class FlacEnd {

  private static final int LAST = 0x80;

  private FlacEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    long position = 4;
    boolean last = false;
    while (!last) {
      last = (file.at(position) & LAST) != 0;
      position += 4 + file.big(position + 1, 3);
    }
    file.at(position);
    return false;
  }
}
