package dev.dailies.settings;

import dev.dailies.provider.Secret;
import dev.dailies.provider.spi.ProviderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
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
      if (isOpenToOthers(file)) {
        throw new SettingsException(
            setting + ": others can read " + file.getFileName() + "; run chmod 600 on it");
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

  private static boolean isOpenToOthers(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
  }
}
