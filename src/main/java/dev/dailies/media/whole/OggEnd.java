package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;

/** An Ogg file is a row of pages, the last of which says that it is (RFC 3533, section 6). */
final class OggEnd {

  private static final int HEADER = 27;
  private static final int LAST = 4;

  private OggEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    boolean last = false;
    long position = 0;
    while (position < file.size() && file.text(position, 4).equals("OggS")) {
      last = (file.at(position + 5) & LAST) != 0;
      int parts = file.at(position + 26);
      long end = position + HEADER + parts;
      for (int part = 0; part < parts; part++) {
        end += file.at(position + HEADER + part);
      }
      file.holds(end);
      position = end;
    }
    return last;
  }
}
