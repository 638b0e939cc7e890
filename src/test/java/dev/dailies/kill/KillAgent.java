package dev.dailies.kill;

import dev.dailies.Jar;
import dev.dailies.killpoint.Weaver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The agent that makes a process die at a point. Its jar is made once for all tests of a build. */
final class KillAgent {

  private static final Path JAR = make(Jar.file().resolveSibling("kill-agent.jar"));

  private KillAgent() {}

  /**
   * The product with the agent in it.
   *
   * @param output the folder whose files are watched
   * @param trace where the crossings are written
   * @param last where it dies; empty for nowhere
   */
  static Jar in(Path output, Path trace, String last) {
    List<String> command = new ArrayList<>(Jar.quick().command());
    command.add(1, "-javaagent:%s=%s|%s|%s".formatted(JAR, output, trace, last));
    return new Jar(command);
  }

  private static Path make(Path file) {
    try {
      Weaver.write(file);
      return file;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
