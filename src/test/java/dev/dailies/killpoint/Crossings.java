package dev.dailies.killpoint;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The points that a JVM has come by, as lines of a file: thread, crossing, detail, separated by
 * tabs. A crossing is a name, how often the JVM has been there, and whether it comes or goes, as in
 * {@code rename fox.mp4#1 before}: it means the same in every run, whatever the threads do.
 */
final class Crossings {

  /** What a process ends with that SIGKILL has ended. */
  private static final int KILLED = 137;

  private final FileOutputStream trace;
  private final String last;
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param last where the JVM dies; empty for nowhere
   */
  Crossings(FileOutputStream trace, String last) {
    this.trace = trace;
    this.last = last;
  }

  /** Writes the crossing down, and does not return from the last one. */
  synchronized void cross(String name, String phase, String detail) {
    int count = counts.merge(name + " " + phase, 1, Integer::sum);
    String crossing = name + "#" + count + " " + phase;
    write(Thread.currentThread().getName() + "\t" + crossing + "\t" + detail + "\n");
    if (crossing.equals(last)) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  private void write(String line) {
    try {
      trace.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
