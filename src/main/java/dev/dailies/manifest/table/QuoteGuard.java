package dev.dailies.manifest.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Watches the text on its way to the CSV parser and stops it where no parser could continue: at a
 * quote that is never closed, at text behind a closing quote, at a NUL, and at a cell that would
 * fill the memory. It follows the quotes by the same rules as Commons CSV, which cannot say where
 * the quote was opened, nor stop before the cell is in memory.
 */
final class QuoteGuard extends Reader {

  /** The longest cell, in UTF-16 units: a data URI of 16 MB fits. */
  static final int MAX_CELL = 20 * 1024 * 1024;

  static final int MAX_CELLS = 1_000;

  private enum State {
    BEFORE_CELL,
    PLAIN,
    QUOTED,
    /** At a quote inside quotes: the closing one, or the first of two. */
    QUOTE,
    CLOSED
  }

  private final Reader in;
  private final char delimiter;
  private final String file;
  private final LineCounter lines;
  private State state = State.BEFORE_CELL;
  private long opened;
  private int length;
  private int cells;
  private char last = '\n';
  private boolean ended;
  private boolean spaced;
  private final Queue<Boolean> spacedRows = new ArrayDeque<>();

  /**
   * @param firstLine the physical line that {@code in} begins with
   */
  QuoteGuard(Reader in, char delimiter, long firstLine, String file) {
    this.in = in;
    this.delimiter = delimiter;
    this.lines = new LineCounter(firstLine);
    this.file = file;
  }

  @Override
  public int read(char[] target, int offset, int count) throws IOException {
    int got = in.read(target, offset, count);
    for (int i = offset; i < offset + got; i++) {
      pass(target[i]);
    }
    if (got < 0 && state == State.QUOTED) {
      throw UnreadableManifestException.at(
          file, opened, "the quote that opens here is never closed; close it or write \"\" for \"");
    }
    ended = got < 0;
    return got;
  }

  private void pass(char next) {
    if (next == 0) {
      throw stop("a NUL byte; save the file as plain text in UTF-8");
    }
    if (state == State.QUOTED) {
      state = next == '"' ? State.QUOTE : State.QUOTED;
    } else if (next == '"' && state == State.QUOTE) {
      state = State.QUOTED;
    } else if (next == delimiter || next == '\n' || next == '\r') {
      endCell(next);
    } else if (state != State.PLAIN) {
      beside(next);
    }
    if (++length > MAX_CELL) {
      throw tooLong();
    }
    last = next;
    lines.pass(next);
  }

  /**
   * True if a space is in front of a cell of the next row, without quotes: the cell may be the rest
   * of a text with a comma in it. Is asked once for every row, also for empty ones, as the parser
   * reads them.
   */
  boolean isNextRowSpaced() {
    Boolean next = spacedRows.poll();
    return next == null ? spaced : next;
  }

  /** True if all was read, and no line break is at its end. */
  boolean endsWithinLine() {
    return ended && last != '\n' && last != '\r';
  }

  /** A character before a cell has begun, or behind its closing quote. */
  private void beside(char next) {
    boolean blank = Character.isWhitespace(next);
    if (state == State.BEFORE_CELL && next == '"') {
      state = State.QUOTED;
      opened = lines.line();
    } else if (state == State.BEFORE_CELL) {
      state = blank ? State.BEFORE_CELL : State.PLAIN;
      spaced |= !blank && cells > 0 && last == ' ';
    } else if (blank) {
      state = State.CLOSED;
    } else {
      String from = opened == lines.line() ? "" : ", which opened on line " + opened;
      throw stop("text behind a closing quote" + from + "; write \"\" for a \" inside quotes");
    }
  }

  private void endCell(char end) {
    state = State.BEFORE_CELL;
    length = 0;
    cells = end == delimiter ? cells + 1 : 0;
    if (end != delimiter && !(end == '\n' && last == '\r')) {
      spacedRows.add(spaced);
      spaced = false;
    }
    if (cells > MAX_CELLS) {
      throw stop("more than " + MAX_CELLS + " cells in one row; is this a manifest?");
    }
  }

  private UnreadableManifestException tooLong() {
    boolean quoted = state == State.QUOTED || state == State.QUOTE;
    String hint = quoted ? "; is its closing quote missing?" : "";
    return UnreadableManifestException.at(
        file,
        quoted ? opened : lines.line(),
        "a cell of more than " + MAX_CELL / 1024 / 1024 + " MB begins here" + hint);
  }

  private UnreadableManifestException stop(String what) {
    return UnreadableManifestException.at(file, lines.line(), what);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
