package dev.dailies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged jar with an archive of its classes: it starts sooner. The archive is made once for
 * all tests of a build.
 */
final class QuickJar {

  static final Jar JAR = make(Jar.file().resolveSibling("dailies-archive"));

  private QuickJar() {}

  private static Jar make(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
      Files.createDirectory(folder);
      Path archive = folder.resolve("classes.jsa");
      archive(archive, folder);
      return small("-XX:SharedArchiveFile=" + archive);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A run of one shot loads nearly all the classes that any run loads. */
  private static void archive(Path archive, Path folder) throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("one.csv"), "prompt,image\ndawn,https://example.org/dawn.jpg\n");
    List<String> command = new ArrayList<>(small("-XX:ArchiveClassesAtExit=" + archive).command());
    command.addAll(List.of("run", manifest.toString(), "--provider", "simulator"));
    command.add("--dailies.providers.simulator.generation-time=100ms");
    command.add("--dailies.providers.simulator.poll-interval=100ms");
    run(command);
  }

  private static Jar small(String option) {
    return Jar.packaged(option, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  private static void run(List<String> command) throws IOException {
    try {
      int exit =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException(command + " ended with " + exit);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
