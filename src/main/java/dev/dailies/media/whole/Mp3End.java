package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;

/**
 * An MP3 file is a row of frames. Its first one may state how many there are, or how many bytes
 * (the tag {@code Xing} or {@code Info}); else nothing tells which is the last.
 */
final class Mp3End {

  private static final int TAG_HEADER = 10;
  private static final int WITH_FRAMES = 1;
  private static final int WITH_BYTES = 2;

  private Mp3End() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    long first = behindTag(file);
    long info = first + 4 + sideInformation(file, first);
    if (file.size() < info + 16) {
      throw new FlawedFileException("no frame");
    }
    String name = file.text(info, 4);
    long flags = file.big(info + 4, 4);
    boolean stated = name.equals("Xing") || name.equals("Info");
    if (!stated || (flags & WITH_BYTES) == 0) {
      return false;
    }
    long bytes = file.big(info + 8 + ((flags & WITH_FRAMES) == 0 ? 0 : 4), 4);
    return bytes > 0 && file.holds(first + bytes);
  }

  /** Four times seven bits (ID3v2.4, section 3.1). */
  private static long behindTag(Bytes file) throws IOException, FlawedFileException {
    if (!file.text(0, 3).equals("ID3")) {
      return 0;
    }
    long size = 0;
    for (int i = 6; i < TAG_HEADER; i++) {
      size = (size << 7) | (file.at(i) & 0x7f);
    }
    file.at(TAG_HEADER + size);
    return TAG_HEADER + size;
  }

  /** Its length, by the version and by whether there is one channel. */
  private static int sideInformation(Bytes file, long frame)
      throws IOException, FlawedFileException {
    boolean versionOne = (file.at(frame + 1) & 0x18) == 0x18;
    boolean mono = (file.at(frame + 3) & 0xc0) == 0xc0;
    if (versionOne) {
      return mono ? 17 : 32;
    }
    return mono ? 9 : 17;
  }
}
