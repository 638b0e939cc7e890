package dev.dailies.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
  private final Map<String, Object> bound = new ConcurrentHashMap<>();

  /** Sees also what is added to the environment later. */
  SettingsBinder(ConfigurableEnvironment environment) {
    this(ConfigurationPropertySources.get(environment));
  }

  private SettingsBinder(Iterable<ConfigurationPropertySource> sources) {
    // Placeholders are filled already, where they are at all.
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
    try {
      return binder.bindOrCreate(prefix, Bindable.of(type));
    } catch (BindException failure) {
      throw new SettingsException(describe(failure), failure);
    } catch (InvalidConfigurationPropertyValueException failure) {
      throw new SettingsException(failure.getName() + ": " + failure.getReason(), failure);
    }
  }

  private static String describe(BindException failure) {
    var property = failure.getProperty();
    String reason = choices(failure).orElseGet(() -> SettingsException.describe(failure));
    if (property == null) {
      return failure.getName() + ": " + reason;
    }
    return "%s: '%s' cannot be used: %s (%s)"
        .formatted(property.getName(), property.getValue(), reason, property.getOrigin());
  }

  /** The words to choose from, if the setting takes only certain words. */
  private static Optional<String> choices(BindException failure) {
    return Optional.ofNullable(failure.getTarget().getType().resolve())
        .filter(Class::isEnum)
        .map(type -> Arrays.stream(type.getEnumConstants()).map(SettingsBinder::word))
        .map(words -> "write one of " + words.collect(Collectors.joining(", ")));
  }

  private static String word(Object choice) {
    return choice.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
