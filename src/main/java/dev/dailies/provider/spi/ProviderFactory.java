package dev.dailies.provider.spi;

import dev.dailies.provider.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes providers of one type. Found as a service: a new provider is a new package with a factory
 * that has {@code @AutoService} and a constructor without arguments.
 */
public interface ProviderFactory {

  /** The own settings of a provider type that has none. */
  record NoSettings() {}

  /** The value of the setting {@code type}, as in {@code cometapi}. */
  String type();

  /** Defaults of settings that differ from everybody's, by their name, as in {@code base-url}. */
  Map<String, String> defaults();

  /** A record of the settings that only this type has. */
  default Class<? extends Record> ownSettings() {
    return NoSettings.class;
  }

  /** True if its requests carry a key, which must never travel unencrypted. */
  default boolean sendsKey() {
    return true;
  }

  /** The environment variable that users set to its key; null if it works without one. */
  default @Nullable String keyVariable() {
    return null;
  }

  /**
   * The files that the type's own settings name, whether they are there or not: when one changes,
   * rows are judged anew.
   */
  default List<Path> files(Record own, SettingFiles files) {
    return List.of();
  }

  /**
   * Drafts what of a row goes where in a file of the user's, as a workflow is, as the text of a
   * settings file; empty if nothing can be told, or if the type has no such files.
   *
   * @throws IllegalArgumentException if the file cannot be used
   */
  default String mappingOf(Path workflow) {
    return "";
  }

  /** The setting that a job must name; empty if every one has a default. */
  default Optional<FirstSetting> firstSetting() {
    return Optional.empty();
  }

  /**
   * Cells of a row to begin with, by column: a clip can be planned of them.
   *
   * @param said what the job says for {@link #firstSetting}; empty if there is none
   * @throws IllegalArgumentException if that cannot be used
   */
  default Map<String, String> firstRow(String said, SettingFiles files) {
    return Map.of("prompt", "", "image", "", "duration", "5", "ratio", "16:9");
  }

  /** Makes a provider. Must not touch the network. */
  Provider create(ProviderContext context);
}
