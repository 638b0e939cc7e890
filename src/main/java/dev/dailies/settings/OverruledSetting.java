package dev.dailies.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/**
 * A setting of the job file that does not hold, since something says otherwise that nobody sees on
 * the command line.
 *
 * @param name its full name
 * @param place the line that does not hold, as in {@code night.yaml, line 3}
 * @param by what says otherwise: a variable, or {@code flags of the last run}
 */
public record OverruledSetting(String name, String place, String by) {

  /** All of them, in the file's order. */
  public static List<OverruledSetting> all(JobSetup setup) {
    List<ConfigurationPropertySource> sources = new ArrayList<>();
    ConfigurationPropertySources.get(setup.environment()).forEach(sources::add);
    return sources.stream()
        .filter(IterableConfigurationPropertySource.class::isInstance)
        .map(IterableConfigurationPropertySource.class::cast)
        .flatMap(source -> source.stream().flatMap(name -> inFile(source, name)))
        .flatMap(property -> overruled(property, sources).stream())
        .distinct()
        .toList();
  }

  private static Stream<ConfigurationProperty> inFile(
      ConfigurationPropertySource source, ConfigurationPropertyName name) {
    return Stream.ofNullable(source.getConfigurationProperty(name))
        .filter(property -> isOfFile(property.getOrigin()));
  }

  private static boolean isOfFile(@Nullable Origin origin) {
    return origin instanceof TextResourceOrigin
        || (origin instanceof PropertySourceOrigin in && isOfFile(in.getOrigin()));
  }

  private static Optional<OverruledSetting> overruled(
      ConfigurationProperty inFile, List<ConfigurationPropertySource> sources) {
    return sources.stream()
        .map(source -> source.getConfigurationProperty(inFile.getName()))
        .filter(Objects::nonNull)
        .findFirst()
        .filter(holds -> !isOfFile(holds.getOrigin()))
        .filter(holds -> !isTyped(holds))
        .filter(holds -> !holds.getValue().toString().equals(inFile.getValue().toString()))
        .map(
            holds ->
                new OverruledSetting(
                    inFile.getName().toString(),
                    SettingPlace.told(inFile.getOrigin()),
                    SettingPlace.told(holds.getOrigin())));
  }

  private static boolean isTyped(ConfigurationProperty property) {
    return SettingPlace.told(property.getOrigin()).startsWith(JobEnvironment.COMMAND_LINE);
  }
}
