package dev.dailies.settings;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.StandardEnvironment;

/** Where a setting was written, in words by which a person finds it again. */
final class SettingPlace {

  private static final Map<String, String> FLAGS =
      Map.of(
          "output", "--output",
          "provider", "--provider",
          "admission", "--admission",
          "limit", "--limit",
          "time-limit", "--time-limit",
          "submit-rate", "--rate",
          "window", "--window",
          "workflow", "--workflow");

  private SettingPlace() {}

  /** The setting, as the beginning of a complaint: {@code --limit}, {@code night.yaml, line 3}. */
  static String of(ConfigurationPropertyName name, Iterable<ConfigurationPropertySource> sources) {
    for (ConfigurationPropertySource source : sources) {
      ConfigurationProperty property = source.getConfigurationProperty(name);
      if (property != null) {
        return of(property);
      }
    }
    return name.toString();
  }

  private static String of(ConfigurationProperty property) {
    String name = property.getName().toString();
    Origin origin = property.getOrigin();
    String place = told(origin);
    if (place.startsWith(JobEnvironment.COMMAND_LINE)) {
      return flag(property.getName(), place.contains(JobEnvironment.EVERY));
    }
    boolean isItsName = place.toUpperCase(Locale.ROOT).startsWith("DAILIES_");
    return isItsName ? place : place.isEmpty() ? name : place + ": " + name;
  }

  private static String flag(ConfigurationPropertyName name, boolean isOfEach) {
    String word =
        name.getElement(name.getNumberOfElements() - 1, ConfigurationPropertyName.Form.DASHED);
    boolean isShort = name.getNumberOfElements() == 2 || isOfEach;
    return isShort ? FLAGS.getOrDefault(word, "--" + name) : "--" + name;
  }

  /** As {@code config} shows it; empty where nobody knows. */
  static String told(@Nullable Origin origin) {
    if (origin instanceof PropertySourceOrigin in && in.getOrigin() != null) {
      return told(in.getOrigin());
    }
    if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
      String file = text.getResource() == null ? "" : text.getResource().getFilename() + ", ";
      return file + "line " + (text.getLocation().getLine() + 1);
    }
    if (origin instanceof PropertySourceOrigin in) {
      String source = in.getPropertySource().getName();
      boolean isVariable =
          source.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
      return isVariable
          ? in.getPropertyName()
          : source.equals(DefaultPropertiesPropertySource.NAME) ? "default" : source;
    }
    return origin instanceof SystemEnvironmentOrigin variable
        ? variable.getProperty()
        : origin == null ? "" : origin.toString();
  }
}
