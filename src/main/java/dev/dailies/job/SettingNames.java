package dev.dailies.job;

import dev.dailies.delivery.DownloadSettings;
import dev.dailies.provider.ProviderSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/** Finds settings that do not exist, so that a typing error is not silently a default. */
final class SettingNames {

  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("dailies");

  private SettingNames() {}

  /**
   * Checks every name below {@code dailies} in files and flags.
   *
   * @throws SettingsException on the first that does not exist
   */
  static void check(ConfigurableEnvironment environment, JobSetup setup) {
    for (var source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource iterable && isChecked(iterable)) {
        iterable.stream().filter(ROOT::isAncestorOf).forEach(name -> check(name, setup));
      }
    }
  }

  private static boolean isChecked(IterableConfigurationPropertySource source) {
    String name = String.valueOf(source.getUnderlyingSource());
    return !name.contains("'" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME + "'");
  }

  private static void check(ConfigurationPropertyName name, JobSetup setup) {
    Set<String> known = knownSiblings(name, setup);
    String last = name.getLastElement(ConfigurationPropertyName.Form.DASHED);
    if (!known.contains(last) || !hasItsPlace(name)) {
      throw new SettingsException(
          "there is no setting %s; there are: %s".formatted(name, String.join(", ", known)));
    }
  }

  private static Set<String> knownSiblings(ConfigurationPropertyName name, JobSetup setup) {
    String group = name.getElement(1, ConfigurationPropertyName.Form.DASHED);
    if (group.equals("download")) {
      return of(DownloadSettings.class);
    }
    if (name.getNumberOfElements() >= 4 && group.equals("providers")) {
      String provider = name.getElement(2, ConfigurationPropertyName.Form.ORIGINAL);
      Set<String> known = of(ProviderSettings.class);
      known.addAll(of(setup.factory(provider).ownSettings()));
      return known;
    }
    return of(Settings.class);
  }

  private static boolean hasItsPlace(ConfigurationPropertyName name) {
    return switch (name.getElement(1, ConfigurationPropertyName.Form.DASHED)) {
      case "download" -> name.getNumberOfElements() == 3;
      case "providers" -> name.getNumberOfElements() == 4;
      default -> name.getNumberOfElements() == 2;
    };
  }

  /** The names of a record's settings, as they are written. */
  static Set<String> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(DataObjectPropertyName::toDashedForm)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
