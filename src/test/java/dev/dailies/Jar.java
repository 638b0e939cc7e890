package dev.dailies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The jar that the build has packaged, and the command that runs it on the Java of this test.
 *
 * @param command what to put before the arguments
 */
public record Jar(List<String> command) {

  /** As users start it: {@code java -jar dailies.jar}, perhaps with options of the JVM's. */
  static Jar packaged(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", file().toString()));
    return new Jar(List.copyOf(command));
  }

  /** The same program, quicker to start: for tests that start it often. */
  public static Jar quick() {
    return QuickJar.JAR;
  }

  public static Path file() {
    String jar =
        Objects.requireNonNull(
            System.getProperty("packaged.jar"), "run this by the build: it needs -Dpackaged.jar=…");
    return Path.of(jar).toAbsolutePath();
  }
}
