package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;

/** A RIFF file, as WebP and WAV are, states its size. What wrote to a pipe could not. */
final class RiffEnd {

  private static final int HEADER = 8;
  private static final long UNKNOWN = 0xffff_ffffL;

  private RiffEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    long size = file.little(4, 4);
    // What was written in one go has the size of its beginning, and goes on behind it.
    boolean stated = size != 0 && size != UNKNOWN && file.holds(HEADER + size);
    return stated && file.size() <= HEADER + size + 1;
  }
}
