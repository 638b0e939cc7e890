package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * An OpenEXR file of one part, in lines, has a table of where its pieces begin. In any other the
 * end is not looked for.
 */
final class ExrEnd {

  private static final int SINGLE_PART_IN_LINES = 0;
  private static final int FLAGS = 0x1a00; // tiled, deep, of several parts
  private static final int LONGEST_NAME = 256;
  private static final long MOST_PIECES = 100_000;

  /** Lines in a piece, by the kind of compression. */
  private static final int[] LINES = {1, 1, 1, 16, 32, 16, 32, 32, 32, 256};

  private ExrEnd() {}

  static boolean proves(Bytes file) throws IOException, FlawedFileException {
    if ((file.little(4, 4) & FLAGS) != SINGLE_PART_IN_LINES) {
      return false;
    }
    Map<String, Long> places = new HashMap<>();
    long table = readHeader(file, places);
    Long compression = places.get("compression");
    Long window = places.get("dataWindow");
    if (compression == null || window == null || file.at(compression) >= LINES.length) {
      return false;
    }
    long lines = (int) file.little(window + 12, 4) - (long) (int) file.little(window + 4, 4) + 1;
    int perPiece = LINES[file.at(compression)];
    long pieces = (lines + perPiece - 1) / perPiece;
    return pieces > 0 && pieces <= MOST_PIECES && file.holds(end(file, table, pieces));
  }

  /** Reads where the attributes are; returns where the table begins. */
  private static long readHeader(Bytes file, Map<String, Long> places)
      throws IOException, FlawedFileException {
    long position = 8;
    while (file.at(position) != 0) {
      String name = name(file, position);
      long type = position + name.length() + 1;
      long size = type + name(file, type).length() + 1;
      places.put(name, size + 4);
      position = size + 4 + file.little(size, 4);
    }
    return position + 1;
  }

  private static String name(Bytes file, long position) throws IOException, FlawedFileException {
    StringBuilder name = new StringBuilder();
    while (file.at(position + name.length()) != 0) {
      if (name.length() == LONGEST_NAME) {
        throw new FlawedFileException("no name at byte " + position);
      }
      name.append((char) file.at(position + name.length()));
    }
    return name.toString();
  }

  /** Every piece begins with its line and its size. */
  private static long end(Bytes file, long table, long pieces)
      throws IOException, FlawedFileException {
    long end = table;
    for (long piece = 0; piece < pieces; piece++) {
      long place = file.little(table + 8 * piece, 8);
      end = Math.max(end, place + 8 + file.little(place + 4, 4));
    }
    return end;
  }
}
