package dev.dailies.settings;

import dev.dailies.provider.Secret;
import dev.dailies.provider.spi.ProviderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * Reads API keys: from a setting, which the environment may fill, or from a file only its owner can
 * read.
 */
final class Keys {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /** What no key file may grant, whoever has put it there. */
  private static final Set<PosixFilePermission> ANYBODY =
      Set.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /** Belongs to whom this process runs as. */
  private static final Path SELF = Path.of("/proc/self");

  private final FileSettings paths;

  Keys(FileSettings paths) {
    this.paths = paths;
  }

  Secret keyOf(String prefix, ProviderSettings settings) {
    if (settings.apiKeyFile() != null) {
      String setting = prefix + ".api-key-file";
      return read(setting, paths.locate(setting, settings.apiKeyFile()));
    }
    return settings.apiKey() == null ? Secret.of("") : settings.apiKey();
  }

  private static Secret read(String setting, Path file) {
    try {
      if (isOpenToOthers(file) && isOurs(file)) {
        throw new SettingsException(
            setting + ": others can read " + file.getFileName() + "; " + remedy(file));
      }
      return Secret.of(Files.readString(file));
    } catch (IOException unreadable) {
      throw new SettingsException(
          setting
              + ": cannot read "
              + file.getFileName()
              + ": "
              + SettingsException.describe(unreadable),
          unreadable);
    }
  }

  /**
   * Why a key file that others can read is taken all the same; empty if it is not, or if nobody
   * else can read it.
   */
  Optional<String> whyTaken(String prefix, ProviderSettings settings) {
    if (settings.apiKeyFile() == null) {
      return Optional.empty();
    }
    Path file = paths.locate(prefix + ".api-key-file", settings.apiKeyFile());
    try {
      return isOpenToOthers(file) && !isOurs(file)
          ? Optional.of(
              "its group can read it, as " + Files.getOwner(file).getName() + " has set it")
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * A file that anybody on the machine can read is refused whosever it is: a container is not
   * always alone on its volume, and whoever mounts a secret can say its mode.
   */
  private static String remedy(Path file) throws IOException {
    return isOursToChange(file)
        ? "run chmod 600 on it"
        : "it is not yours to change: have it mounted with the mode 0400 (Kubernetes: defaultMode),"
            + " or run chmod 600 on a copy";
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
  }

  /**
   * True if the mode is ours to change. A secret that Kubernetes or systemd has put there belongs
   * to root, and its group is given to us alone; one that everybody may read or change is refused.
   */
  private static boolean isOurs(Path file) throws IOException {
    var attributes = Files.readAttributes(file, PosixFileAttributes.class);
    return attributes.permissions().stream().anyMatch(ANYBODY::contains) || isOursToChange(file);
  }

  private static boolean isOursToChange(Path file) throws IOException {
    return !Files.exists(SELF)
        || (Files.getOwner(file).equals(Files.getOwner(SELF))
            && !Files.getFileStore(file).isReadOnly());
  }
}
