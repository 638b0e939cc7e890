package dev.dailies.settings;

import dev.dailies.delivery.DownloadSettings;
import dev.dailies.provider.spi.BudgetSettings;
import dev.dailies.provider.spi.ProviderSettings;
import dev.dailies.text.NearestName;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Refuses variables that begin with {@code DAILIES_} and are no setting, so that a typing error is
 * not silently ignored. What is one word and what is two cannot be told in a variable, so both are
 * taken.
 */
final class VariableNames {

  private static final String OURS = "DAILIES_";

  private final Set<String> whole = new TreeSet<>();
  private final Set<String> groups = new TreeSet<>();

  private VariableNames(JobSetup setup) {
    SettingNames.of(Settings.class).forEach(name -> whole.add(variable(name)));
    SettingNames.of(DownloadSettings.class)
        .forEach(name -> whole.add(variable("download_" + name)));
    SettingNames.of(BudgetSettings.class).forEach(name -> whole.add(variable("budget_" + name)));
    SettingNames.of(BudgetRules.class).forEach(name -> whole.add(variable("budget_" + name)));
    for (String provider : setup.providerNames()) {
      String prefix = "providers_" + provider + "_";
      Set<String> shared = SettingNames.of(ProviderSettings.class);
      shared.addAll(SettingNames.of(setup.factory(provider).ownSettings()));
      shared.remove("budget");
      SettingNames.of(BudgetSettings.class).forEach(name -> shared.add("budget_" + name));
      shared.forEach(name -> whole.add(variable(prefix + name)));
      SettingNames.several(setup.factory(provider).ownSettings())
          .forEach(name -> groups.add(plain(variable(prefix + name))));
    }
  }

  /**
   * Checks every such variable.
   *
   * @throws SettingsException on the first that is no setting
   */
  static void check(ConfigurableEnvironment environment, JobSetup setup) {
    var source =
        environment
            .getPropertySources()
            .get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    if (source instanceof SystemEnvironmentPropertySource variables) {
      Map<String, Object> all = variables.getSource();
      if (!all.isEmpty()) {
        new VariableNames(setup).check(new TreeSet<>(all.keySet()));
      }
    }
  }

  private void check(Set<String> variables) {
    for (String variable : variables) {
      String plain = plain(variable);
      boolean isKnown =
          whole.stream().anyMatch(name -> plain(name).equals(plain))
              || groups.stream().anyMatch(plain::startsWith);
      if (!isKnown) {
        throw new SettingsException(
            "there is no setting for the variable " + variable + NearestName.hint(variable, whole));
      }
    }
  }

  private static String variable(String name) {
    return OURS + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String plain(String variable) {
    return variable.replace("_", "").toUpperCase(Locale.ROOT);
  }
}
