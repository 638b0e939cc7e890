package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;

/** A ZIP file ends with a record that says where its directory is (APPNOTE, 4.3.16). */
final class ZipEnd {

  private static final int RECORD = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long SIGNATURE = 0x06054b50;
  private static final long IN_ANOTHER_RECORD = 0xffff_ffffL;

  private ZipEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    long last = file.size() - RECORD;
    for (long position = last; position >= Math.max(0, last - LONGEST_COMMENT); position--) {
      if (file.little(position, 4) == SIGNATURE && fits(file, position)) {
        return true;
      }
    }
    throw new FlawedFileException("no directory");
  }

  private static boolean fits(Bytes file, long record) throws IOException, FlawedFileException {
    long size = file.little(record + 12, 4);
    long place = file.little(record + 16, 4);
    return record + RECORD + file.little(record + 20, 2) <= file.size()
        && (place == IN_ANOTHER_RECORD || place + size <= record);
  }
}
