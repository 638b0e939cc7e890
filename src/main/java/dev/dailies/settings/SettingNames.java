package dev.dailies.settings;

import dev.dailies.delivery.DownloadSettings;
import dev.dailies.provider.spi.BudgetSettings;
import dev.dailies.provider.spi.ProviderSettings;
import dev.dailies.text.NearestName;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/** Refuses settings that do not exist, so that a typing error is not silently ignored. */
final class SettingNames {

  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("dailies");

  /** How many words make up the name of a setting in a group; elsewhere it is two. */
  private static final Map<String, Integer> DEPTHS =
      Map.of("download", 3, "budget", 3, "providers", 4);

  private SettingNames() {}

  /**
   * Checks every name below {@code dailies} in files and flags.
   *
   * @throws SettingsException on the first that does not exist
   */
  static void check(ConfigurableEnvironment environment, JobSetup setup) {
    for (var source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource iterable && isChecked(iterable)) {
        iterable.stream()
            .filter(ROOT::isAncestorOf)
            .filter(name -> !isEmptyGroup(name, iterable))
            .forEach(name -> check(name, setup));
      }
    }
  }

  private static boolean isChecked(IterableConfigurationPropertySource source) {
    String name = String.valueOf(source.getUnderlyingSource());
    return !name.contains("'" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME + "'");
  }

  /** As in {@code download:}, below which every line was taken out. */
  private static boolean isEmptyGroup(
      ConfigurationPropertyName name, IterableConfigurationPropertySource source) {
    ConfigurationProperty property = source.getConfigurationProperty(name);
    return name.getNumberOfElements() < depth(name)
        && property != null
        && String.valueOf(property.getValue()).isEmpty();
  }

  private static int depth(ConfigurationPropertyName name) {
    int depth = DEPTHS.getOrDefault(word(name, 1), 2);
    return isBudgetOfProvider(name) ? depth + 1 : depth;
  }

  private static boolean isBudgetOfProvider(ConfigurationPropertyName name) {
    return name.getNumberOfElements() > 3
        && word(name, 1).equals("providers")
        && word(name, 3).equals("budget");
  }

  private static void check(ConfigurationPropertyName name, JobSetup setup) {
    String group = word(name, 1);
    int depth = depth(name);
    int size = name.getNumberOfElements();
    Set<String> known = size < depth ? of(Settings.class) : siblings(name, group, setup);
    String last = word(name, Math.min(size, depth) - 1);
    boolean whole = size == depth || (size > depth && isPartOfSeveral(name, group, setup));
    if (!whole || known.stream().noneMatch(setting -> isSame(setting, last))) {
      throw new SettingsException(
          "there is no setting "
              + name
              + meant(name, setup)
                  .map(near -> "; did you mean " + near + "?")
                  .orElseGet(() -> choice(name.getParent(), last, known)));
    }
  }

  /** A provider's setting, where the name says one without saying that it is a provider's. */
  private static Optional<ConfigurationPropertyName> meant(
      ConfigurationPropertyName name, JobSetup setup) {
    String last = name.getLastElement(ConfigurationPropertyName.Form.DASHED);
    Optional<String> named = setup.types().stream().filter(type -> isNamed(type, name)).findFirst();
    for (String type : named.map(Set::of).orElseGet(setup::types)) {
      Set<String> known = of(setup.factory(type).ownSettings());
      if (named.isPresent()) {
        known.addAll(of(ProviderSettings.class));
      }
      Optional<String> setting = known.stream().filter(one -> isSame(one, last)).findFirst();
      if (setting.isPresent()) {
        return setting.map(ROOT.append("providers").append(type)::append);
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(String type, ConfigurationPropertyName name) {
    return name.getNumberOfElements() > 2
        && (word(name, 1).equals(type) || word(name, 2).equals(type));
  }

  /** The setting that was meant, or all that there are. */
  private static String choice(ConfigurationPropertyName group, String word, Set<String> known) {
    return NearestName.to(word, known)
        .map(near -> "; did you mean " + group.append(near) + "?")
        .orElse("; there are: " + String.join(", ", known));
  }

  /** True for an element of a list, or an entry of a map, that is a provider's own setting. */
  private static boolean isPartOfSeveral(
      ConfigurationPropertyName name, String group, JobSetup setup) {
    return group.equals("providers")
        && Stream.of(ProviderSettings.class, own(name, setup))
            .flatMap(type -> several(type).stream())
            .anyMatch(several -> isSame(several, word(name, 3)));
  }

  private static Class<? extends Record> own(ConfigurationPropertyName name, JobSetup setup) {
    return setup.factory(name.getElement(2, ConfigurationPropertyName.Form.ORIGINAL)).ownSettings();
  }

  private static Set<String> siblings(
      ConfigurationPropertyName name, String group, JobSetup setup) {
    if (group.equals("download")) {
      return of(DownloadSettings.class);
    }
    if (group.equals("budget")) {
      Set<String> known = of(BudgetSettings.class);
      known.addAll(of(BudgetRules.class));
      return known;
    }
    if (isBudgetOfProvider(name)) {
      return of(BudgetSettings.class);
    }
    if (group.equals("providers")) {
      Set<String> known = of(ProviderSettings.class);
      known.addAll(of(own(name, setup)));
      return known;
    }
    return of(Settings.class);
  }

  /** True for the first word of a setting or a group, as it stands below {@code dailies}. */
  static boolean isBelowRoot(String word) {
    return DEPTHS.containsKey(word) || of(Settings.class).contains(word);
  }

  /** The names of a record's settings, as they are written. */
  static Set<String> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(SettingNames::dashed)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of them that hold several values. */
  static Set<String> several(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(setting -> setting.getType() == List.class || setting.getType() == Map.class)
        .map(SettingNames::dashed)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String dashed(RecordComponent setting) {
    return DataObjectPropertyName.toDashedForm(setting.getName());
  }

  /** True for two ways to write a name: {@code poll-interval}, {@code pollInterval}. */
  static boolean isSame(String name, String other) {
    return plain(name).equals(plain(other));
  }

  static String plain(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static String word(ConfigurationPropertyName name, int place) {
    return name.getElement(place, ConfigurationPropertyName.Form.DASHED);
  }
}
