package dev.dailies.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Where settings come from, and nothing else: flags, the variables that begin with {@code
 * DAILIES_}, the job file, defaults. What other programs have in the environment, Spring too, has
 * no say.
 */
final class JobEnvironment extends AbstractEnvironment {

  private static final String COMMAND_LINE = "command line";

  private final Placeholders placeholders;
  private final Map<String, String> flags;

  JobEnvironment(Map<String, String> flags, Placeholders placeholders) {
    this.placeholders = placeholders;
    this.flags = flags;
  }

  static JobEnvironment of(Target target, Map<String, String> flags, Map<String, String> system) {
    var environment = new JobEnvironment(flags, new Placeholders(system));
    var sources = environment.getPropertySources();
    sources.addLast(new MapPropertySource(COMMAND_LINE, environment.filled(flags)));
    sources.addLast(variables(system));
    target
        .jobFile()
        .ifPresent(file -> new JobFile(file, environment.placeholders).read(sources::addLast));
    ConfigurationPropertySources.attach(environment);
    return environment;
  }

  /** The flags that are settings, as they were typed. */
  Map<String, String> flags() {
    return flags;
  }

  /** What holds where nothing else is said. */
  void addDefaults(Map<String, String> defaults) {
    DefaultPropertiesPropertySource.addOrMerge(filled(defaults), getPropertySources());
  }

  private Map<String, Object> filled(Map<String, String> settings) {
    Map<String, Object> filled = new LinkedHashMap<>();
    settings.forEach((name, value) -> filled.put(name, placeholders.fill(name, value)));
    return filled;
  }

  /** By this name Spring Boot knows how variables are spelled. */
  private static SystemEnvironmentPropertySource variables(Map<String, String> system) {
    Map<String, Object> ours = new LinkedHashMap<>();
    system.forEach(
        (name, value) -> {
          if (name.toUpperCase(Locale.ROOT).startsWith("DAILIES_")) {
            ours.put(name, value);
          }
        });
    return new SystemEnvironmentPropertySource(
        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, ours);
  }
}
