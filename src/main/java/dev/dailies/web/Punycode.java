package dev.dailies.web;

/** Writes a part of a host's name in ASCII (RFC 3492). {@code java.net.IDN} cannot for all. */
final class Punycode {

  private static final int BASE = 36;
  private static final int FIRST = 1;
  private static final int LAST = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;

  private Punycode() {}

  /** Without the {@code xn--} before it. */
  static String of(String label) {
    int[] points = label.codePoints().toArray();
    StringBuilder ascii = new StringBuilder();
    label.codePoints().filter(c -> c < 0x80).forEach(ascii::appendCodePoint);
    int plain = ascii.length();
    int done = plain;
    if (plain > 0) {
      ascii.append('-');
    }
    int next = 0x80;
    int bias = 72;
    int delta = 0;
    while (done < points.length) {
      int least = leastFrom(next, points);
      delta += (least - next) * (done + 1);
      next = least;
      for (int point : points) {
        if (point < next) {
          delta++;
        } else if (point == next) {
          append(delta, bias, ascii);
          bias = adapted(delta, done + 1, done == plain);
          delta = 0;
          done++;
        }
      }
      delta++;
      next++;
    }
    return ascii.toString();
  }

  private static int leastFrom(int next, int[] points) {
    int least = Integer.MAX_VALUE;
    for (int point : points) {
      if (point >= next) {
        least = Math.min(least, point);
      }
    }
    return least;
  }

  private static void append(int delta, int bias, StringBuilder ascii) {
    int left = delta;
    for (int place = BASE; ; place += BASE) {
      int threshold = Math.max(FIRST, Math.min(LAST, place - bias));
      if (left < threshold) {
        ascii.append(digit(left));
        return;
      }
      ascii.append(digit(threshold + (left - threshold) % (BASE - threshold)));
      left = (left - threshold) / (BASE - threshold);
    }
  }

  private static char digit(int value) {
    return (char) (value < LAST ? 'a' + value : '0' + value - LAST);
  }

  private static int adapted(int delta, int length, boolean isFirst) {
    int left = isFirst ? delta / DAMP : delta / 2;
    left += left / length;
    int steps = 0;
    while (left > (BASE - FIRST) * LAST / 2) {
      left /= BASE - FIRST;
      steps += BASE;
    }
    return steps + (BASE - FIRST + 1) * left / (left + SKEW);
  }
}
