package dev.dailies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/**
 * The jar that the build has packaged, and the command that runs it on the Java of this test.
 *
 * @param command what to put before the arguments
 */
record Jar(List<String> command) {

  /** As users start it: {@code java -jar dailies.jar}. */
  static Jar packaged() {
    return new Jar(List.of(java(), "-jar", file().toString()));
  }

  /** The same program, quicker to start: for tests that start it often. */
  static Jar quick() {
    return Extracted.JAR;
  }

  private static Path file() {
    String jar =
        Objects.requireNonNull(
            System.getProperty("dailies.jar"), "run this by the build: it needs -Ddailies.jar=…");
    return Path.of(jar).toAbsolutePath();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Made once for all tests of a build. */
  private static final class Extracted {

    static final Jar JAR = extract(file().resolveSibling("dailies-extracted"));

    private static Jar extract(Path folder) {
      List<String> command = new ArrayList<>(List.of(java(), "-Djarmode=tools", "-jar"));
      command.addAll(List.of(file().toString(), "extract", "--destination", folder.toString()));
      try {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder.getParent());
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
          throw new IllegalStateException(command + " ended with " + exit);
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", interrupted);
      }
      String jar = folder.resolve(file().getFileName()).toString();
      return new Jar(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar));
    }
  }
}
