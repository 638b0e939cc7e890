package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;

/** A PNG ends with the chunk {@code IEND} (ISO/IEC 15948, 11.2.5). */
final class PngEnd {

  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;

  private PngEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    long position = SIGNATURE;
    while (!file.text(position + 4, 4).equals("IEND")) {
      position += AROUND + file.big(position, 4);
    }
    return file.holds(position + AROUND);
  }
}
