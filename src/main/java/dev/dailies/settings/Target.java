package dev.dailies.settings;

import dev.dailies.files.FileNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command is about: a job file or a manifest.
 *
 * @param path as an absolute path
 * @param folder where the command was started: what paths on the command line are relative to
 */
public record Target(Path path, Path folder) {

  /** Takes the argument of the command line. */
  public static Target of(String argument, Path folder) {
    Path path = FileNames.in(folder, argument).normalize();
    if (!Files.isRegularFile(path)) {
      String what = Files.isDirectory(path) ? "is a folder" : "does not exist";
      throw new SettingsException(
          "%s %s; name a job file (*.yaml) or a manifest (*.csv)".formatted(argument, what));
    }
    return new Target(path, folder);
  }

  /** The file, if it is a job file. */
  Optional<Path> jobFile() {
    return isJobFile() ? Optional.of(path) : Optional.empty();
  }

  /** The file, if it is a manifest. */
  @Nullable Path manifest() {
    return isJobFile() ? null : path;
  }

  /** The path for people to read: relative to the current folder, if it is below. */
  public String shown() {
    return (path.startsWith(folder) ? folder.relativize(path) : path.getFileName()).toString();
  }

  /** The file's name. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** The file's name without its ending. */
  String stem() {
    int dot = name().lastIndexOf('.');
    return dot < 1 ? name() : name().substring(0, dot);
  }

  /** True for a job file, false for a manifest. */
  public boolean isJobFile() {
    String lower = name().toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".properties");
  }
}
