package dev.dailies.manifest.table;

/** Knows the physical line of a text that goes past, whether it ends lines by CR LF, LF or CR. */
final class LineCounter {

  private long line;
  private char last;

  LineCounter(long first) {
    line = first;
  }

  /** The line that the next character stands on. */
  long line() {
    return line;
  }

  void pass(char next) {
    if (next == '\r' || (next == '\n' && last != '\r')) {
      line++;
    }
    last = next;
  }
}
