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
 * The packaged jar in pieces, with an archive of its classes: it starts in half the time. Made once
 * for all tests of a build.
 */
final class QuickJar {

  private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  static final Jar JAR = make(Jar.file().resolveSibling("dailies-extracted"));

  private QuickJar() {}

  private static Jar make(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
      extract(folder);
      String jar = folder.resolve(Jar.file().getFileName()).toString();
      Path archive = folder.resolve("classes.jsa");
      archive(jar, archive, folder);
      return new Jar(java("-XX:SharedArchiveFile=" + archive, "-jar", jar));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void extract(Path folder) throws IOException {
    List<String> command = java("-Djarmode=tools", "-jar", Jar.file().toString());
    command.addAll(List.of("extract", "--destination", folder.toString()));
    run(command);
  }

  /** A plan loads nearly all the classes that a run loads. */
  private static void archive(String jar, Path archive, Path folder) throws IOException {
    Path manifest = Files.writeString(folder.resolve("none.csv"), "id,prompt\n");
    List<String> command = java("-XX:ArchiveClassesAtExit=" + archive, "-jar", jar);
    command.addAll(List.of("plan", manifest.toString()));
    run(command);
  }

  private static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Jar.java()));
    command.addAll(SMALL);
    command.addAll(List.of(arguments));
    return command;
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
