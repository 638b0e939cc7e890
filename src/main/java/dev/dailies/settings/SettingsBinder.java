package dev.dailies.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Turns settings into records, and says in words what is wrong with one that cannot be used. */
final class SettingsBinder {

  private final Binder binder;
  private final SettingWords words;
  private final Map<String, Object> bound = new ConcurrentHashMap<>();

  /** Sees also what is added to the environment later. */
  SettingsBinder(ConfigurableEnvironment environment) {
    this(ConfigurationPropertySources.get(environment));
  }

  private SettingsBinder(Iterable<ConfigurationPropertySource> sources) {
    // Placeholders are filled already, where they are at all.
    this.words = new SettingWords(sources);
    this.binder = new Binder(sources, PlaceholdersResolver.NONE);
  }

  /** Sees no defaults. */
  static SettingsBinder ofUser(ConfigurableEnvironment environment) {
    List<ConfigurationPropertySource> sources = new ArrayList<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      boolean isDefault =
          source.getUnderlyingSource() instanceof PropertySource<?> one
              && DefaultPropertiesPropertySource.hasMatchingName(one);
      if (!isDefault) {
        sources.add(source);
      }
    }
    return new SettingsBinder(sources);
  }

  /**
   * The settings below a prefix. They are bound once: a command asks for the same ones at several
   * places, and binding is slow.
   *
   * @throws SettingsException if one of them cannot be used; it names the setting, its value and
   *     where that comes from
   */
  <T> T bind(String prefix, Class<T> type) {
    return type.cast(bound.computeIfAbsent(prefix + " " + type, key -> bindAnew(prefix, type)));
  }

  /** The text of one setting, or what holds without it. */
  String text(String name, String otherwise) {
    return binder.bind(name, String.class).orElse(otherwise);
  }

  /** The names of the groups of settings below a prefix. */
  Set<String> namesBelow(String prefix) {
    return binder
        .bind(prefix, Bindable.mapOf(String.class, Object.class))
        .map(Map::keySet)
        .orElse(Set.of());
  }

  private <T> T bindAnew(String prefix, Class<T> type) {
    words.checkUnits(prefix, type);
    try {
      return binder.bindOrCreate(prefix, Bindable.of(type));
    } catch (BindException failure) {
      throw new SettingsException(words.describe(failure), failure);
    } catch (InvalidConfigurationPropertyValueException failure) {
      throw new SettingsException(failure.getName() + ": " + failure.getReason(), failure);
    }
  }
}
