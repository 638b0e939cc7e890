package dev.dailies;

import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of files whose commands are typed in this process, where no process of its own shows
 * more.
 */
final class Desk {

  private static final String OUTPUT = "--output=";

  private final Workspace rig;
  private final List<Typed> typed = new ArrayList<>();

  Desk(Workspace rig) {
    this.rig = rig;
  }

  /** Types a command; the paths in it are those of the rig's folder. */
  Typed type(String... words) {
    Typed done = typeAlone(Stream.of(words).map(this::whole).toArray(String[]::new));
    typed.add(done);
    return done;
  }

  /** A process has one log and one handler of signals, so it runs one command at a time. */
  private static synchronized Typed typeAlone(String... words) {
    return FrontDoor.type(words);
  }

  /** This process is in another folder: paths must be whole. */
  private String whole(String word) {
    if (word.startsWith(OUTPUT)) {
      return OUTPUT + rig.path(word.substring(OUTPUT.length()));
    }
    return Files.isRegularFile(rig.path(word)) ? rig.path(word).toString() : word;
  }

  /** A key as the command line may have it: the name of a file that nobody else can read. */
  String keyFile(String key) {
    Path file = rig.path("key");
    try {
      if (Files.notExists(file)) {
        var mine = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mine));
        Files.writeString(file, key);
      }
      return "api-key-file=" + file;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** All that the commands have written. */
  String said() {
    return typed.stream().map(done -> done.out() + done.err()).collect(Collectors.joining());
  }
}
