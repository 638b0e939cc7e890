package dev.dailies.provider.spi;

import java.nio.file.Path;

/** Finds the files that a provider's own settings name. */
@FunctionalInterface
public interface SettingFiles {

  /**
   * Where a path in a setting leads: from the file that the setting stands in, else from the
   * current folder.
   *
   * @param setting its name below the provider's, as in {@code workflow}
   * @param value the path that it holds
   */
  Path locate(String setting, String value);
}
