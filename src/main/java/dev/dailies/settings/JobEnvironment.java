package dev.dailies.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Where settings come from, and nothing else: flags, the variables that begin with {@code
 * DAILIES_}, the job file, defaults. What other programs have in the environment, Spring too, has
 * no say.
 */
final class JobEnvironment extends AbstractEnvironment {

  static final String COMMAND_LINE = "command line";
  static final String EVERY = ", for every provider";
  private static final String LAST_RUN = "flags of the last run";

  private final Placeholders placeholders;

  private JobEnvironment(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  static JobEnvironment of(Target target, Map<String, String> flags, Map<String, String> system) {
    var environment = new JobEnvironment(new Placeholders(system));
    var sources = environment.getPropertySources();
    sources.addLast(new MapPropertySource(COMMAND_LINE, environment.filled(flags)));
    sources.addLast(environment.remembered(target.memory()));
    sources.addLast(variables(system));
    target
        .jobFile()
        .ifPresent(file -> new JobFile(file, environment.placeholders).read(sources::addLast));
    ConfigurationPropertySources.attach(environment);
    return environment;
  }

  /** What flags for every provider say of each, typed ones and those of the last run. */
  void addForEveryProvider(Map<String, String> typed, Map<String, String> remembered, Path base) {
    getPropertySources().addFirst(new MapPropertySource(COMMAND_LINE + EVERY, Map.copyOf(typed)));
    getPropertySources()
        .addAfter(
            COMMAND_LINE,
            new OriginTrackedMapPropertySource(LAST_RUN + EVERY, tracked(remembered, base)));
  }

  /** What holds where nothing else is said. */
  void addDefaults(Map<String, String> defaults) {
    DefaultPropertiesPropertySource.addOrMerge(filled(defaults), getPropertySources());
  }

  private PropertySource<?> remembered(@Nullable JobMemory memory) {
    Map<String, ?> values =
        memory == null ? Map.of() : tracked(filled(memory.flags()), memory.folder());
    return new OriginTrackedMapPropertySource(LAST_RUN, values);
  }

  private static Map<String, OriginTrackedValue> tracked(Map<String, ?> values, Path base) {
    Map<String, OriginTrackedValue> tracked = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> tracked.put(name, OriginTrackedValue.of(value, new LastRunOrigin(base))));
    return tracked;
  }

  /**
   * Where a remembered flag comes from.
   *
   * @param folder where it was typed
   */
  record LastRunOrigin(Path folder) implements Origin {
    @Override
    public String toString() {
      return LAST_RUN;
    }
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
