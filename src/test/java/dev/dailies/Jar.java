package dev.dailies;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

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

  /** The same, with an option of the JVM's. */
  static Jar packaged(String option) {
    return new Jar(List.of(java(), option, "-jar", file().toString()));
  }

  /** The same program, quicker to start: for tests that start it often. */
  static Jar quick() {
    return QuickJar.JAR;
  }

  static Path file() {
    String jar =
        Objects.requireNonNull(
            System.getProperty("dailies.jar"), "run this by the build: it needs -Ddailies.jar=…");
    return Path.of(jar).toAbsolutePath();
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
