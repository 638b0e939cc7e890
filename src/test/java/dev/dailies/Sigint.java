package dev.dailies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A build in the background ignores SIGINT, under nohup SIGHUP, and so would all that it starts.
 */
final class Sigint {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int HUP_AND_INT = (1 << (1 - 1)) | (1 << (2 - 1));

  private Sigint() {}

  /** What to put before a command so that it hears the signals. */
  static List<String> heard() {
    return Files.exists(STATUS) && isIgnored()
        ? List.of("env", "--default-signal=INT,HUP")
        : List.of();
  }

  private static boolean isIgnored() {
    return lines()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> line.substring("SigIgn:".length()).strip())
        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & HUP_AND_INT) != 0);
  }

  private static Stream<String> lines() {
    try {
      return Files.readAllLines(STATUS).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
