package dev.dailies.settings;

import dev.dailies.provider.spi.Rate;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** Says what is wrong with the value of a setting, and what to write. */
final class SettingWords {

  private static final String TIMES = "write 6h, 30m or 90s";

  /** Spring would take such a number for milliseconds. */
  private static final Pattern BARE = Pattern.compile("\\s*[+-]?[0-9]+\\s*");

  private static final Pattern RULE = Pattern.compile("([a-z][a-z-]*) (must .*?)(?:, was (.*))?");

  private final Iterable<ConfigurationPropertySource> sources;

  SettingWords(Iterable<ConfigurationPropertySource> sources) {
    this.sources = sources;
  }

  /**
   * Refuses a time without a unit.
   *
   * @throws SettingsException if there is one in the record of settings below a prefix
   */
  void checkUnits(String prefix, Class<?> type) {
    if (!type.isRecord()) {
      return;
    }
    for (RecordComponent setting : type.getRecordComponents()) {
      if (setting.getType() == Duration.class) {
        checkUnit(ConfigurationPropertyName.of(prefix).append(SettingNames.dashed(setting)));
      }
    }
  }

  private void checkUnit(ConfigurationPropertyName name) {
    for (ConfigurationPropertySource source : sources) {
      ConfigurationProperty property = source.getConfigurationProperty(name);
      if (property != null) {
        String value = String.valueOf(property.getValue());
        if (BARE.matcher(value).matches()) {
          throw new SettingsException(
              "%s: '%s' has no unit; %s".formatted(place(name), value.strip(), TIMES));
        }
        return;
      }
    }
  }

  String describe(BindException failure) {
    String said = SettingsException.describe(failure);
    Matcher rule = RULE.matcher(said);
    ConfigurationPropertyName within = failure.getName();
    if (rule.matches()) {
      ConfigurationPropertyName name =
          within.getNumberOfElements() > 0 && isLast(within, rule.group(1))
              ? within
              : within.append(rule.group(1));
      return place(name) + ": " + rule.group(2) + was(rule.group(3));
    }
    ConfigurationProperty property = failure.getProperty();
    return property == null
        ? within + ": " + said
        : "%s: '%s' %s"
            .formatted(
                place(property.getName()),
                property.getValue(),
                judgement(failure).orElse("cannot be used: " + said));
  }

  private static boolean isLast(ConfigurationPropertyName name, String word) {
    return name.getLastElement(ConfigurationPropertyName.Form.DASHED).equals(word);
  }

  /** An address may hold a password. */
  private static String was(@Nullable String value) {
    return value == null || value.contains("://") ? "" : ", not " + value;
  }

  /** By what the setting takes. */
  private static Optional<String> judgement(BindException failure) {
    Class<?> type = failure.getTarget().getType().resolve();
    if (type == null) {
      return Optional.empty();
    }
    if (type.isEnum()) {
      return Optional.of("is not one of " + words(type));
    }
    if (type == int.class || type == Integer.class || type == long.class) {
      return Optional.of("is not a number");
    }
    if (type == double.class || type == BigDecimal.class) {
      return Optional.of("is not a number, as in 0.25");
    }
    if (type == boolean.class) {
      return Optional.of("is neither true nor false");
    }
    if (type == Rate.class) {
      return Optional.of("is not a rate; write 2/s, 30/min or 100/h");
    }
    if (type == Duration.class) {
      return Optional.of("is not a time; " + TIMES);
    }
    return type == DataSize.class
        ? Optional.of("is not a size; write 500KB, 50MB or 2GB")
        : Optional.empty();
  }

  private static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(word -> word.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }

  private String place(ConfigurationPropertyName name) {
    return SettingPlace.of(name, sources);
  }
}
