package dev.dailies.provider.http;

import java.io.IOException;
import java.io.Reader;

/**
 * Passes on the text of an answer for a parser of JSON, while it comes. Its beginning is kept for
 * people. What stands between two quotes is passed on up to a length: a picture that is written out
 * in an answer, or a prompt's own, is no result, and a parser would hold all of it, twice.
 */
final class AnswerReader extends Reader {

  /** Longer than any link that is followed. */
  static final int LONGEST_TEXT = 16 * 1024;

  /** With the title of a web page in it. */
  private static final int BEGINNING = 32 * 1024;

  private static final int HEX_DIGITS = 4;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader text;
  private final StringBuilder beginning = new StringBuilder();

  private boolean isBegun;
  private boolean quoted;
  private boolean escaped;
  private int digits;
  private int length;
  private boolean isTooLong;

  AnswerReader(Reader text) {
    this.text = text;
  }

  /** What has been read, as it came, up to a length. */
  String beginning() {
    return beginning.toString();
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    int kept = 0;
    while (kept == 0) {
      int read = text.read(buffer, offset, count);
      if (read <= 0) {
        return read;
      }
      if (!isBegun && buffer[offset] == BYTE_ORDER_MARK) {
        buffer[offset] = ' ';
      }
      isBegun = true;
      beginning.append(buffer, offset, Math.min(read, BEGINNING - beginning.length()));
      for (int at = offset; at < offset + read; at++) {
        if (passes(buffer[at])) {
          buffer[offset + kept++] = buffer[at];
        }
      }
    }
    return kept;
  }

  /** What is escaped passes as a whole, or not at all. */
  private boolean passes(char next) {
    if (!quoted) {
      quoted = next == '"';
      length = 0;
      return true;
    }
    if (escaped) {
      escaped = false;
      digits = next == 'u' ? HEX_DIGITS : 0;
    } else if (digits > 0) {
      digits--;
    } else if (next == '"') {
      quoted = false;
      return true;
    } else {
      isTooLong = length >= LONGEST_TEXT;
      escaped = next == '\\';
    }
    length++;
    return !isTooLong;
  }

  /** Whoever has opened the text closes it. */
  @Override
  public void close() {
    // What follows the object is still to be read.
  }
}
