package dev.dailies.media.whole;

/** Tells of bytes whether they are UTF-8 that breaks off. Other encodings look like none of it. */
final class Utf8 {

  private boolean broken;
  private boolean proven;
  private int pending;

  /** The next byte, from 0 to 255. */
  void add(int next) {
    if (pending > 0 && (next & 0xC0) == 0x80) {
      pending--;
      proven |= pending == 0;
      return;
    }
    int length = length(next);
    broken |= pending > 0 || length == 0;
    pending = Math.max(0, length - 1);
  }

  /** Of the character that begins with this byte; 0 if none does. */
  private static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  /**
   * True if it ends within a character. One such byte after nothing but ASCII may as well be a
   * letter of Latin-1.
   */
  boolean isCut() {
    return !broken && proven && pending > 0;
  }
}
