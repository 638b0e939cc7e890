package dev.dailies.settings;

import dev.dailies.provider.http.network.Proxies;
import dev.dailies.provider.spi.BudgetSettings;
import dev.dailies.text.SettingText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/**
 * A setting in force and where it comes from.
 *
 * @param value secrets as {@code ***}
 * @param origin a flag, a variable, a line of a file, or {@code default}
 */
public record SettingOrigin(String name, String value, String origin) {

  private static final Set<String> PATHS = Set.of("dailies.manifest", "dailies.output");

  /** All settings, by group. */
  public static List<SettingOrigin> all(JobSetup setup) {
    List<SettingOrigin> all = new ArrayList<>();
    String manifest = setup.shownManifest();
    all.add(
        setup.target().isJobFile()
            ? of(setup, "dailies.manifest", manifest)
            : new SettingOrigin("dailies.manifest", manifest, "TARGET"));
    all.add(of(setup, "dailies.output", setup.shown(setup.files().output())));
    add(setup, "dailies.", setup.settings(), all);
    addProxies(setup, all);
    add(setup, "dailies.download.", setup.download(), all);
    add(setup, "dailies.budget.", setup.budget(), all);
    add(setup, "dailies.budget.", setup.budgetRules(), all);
    for (String name : setup.providerNames()) {
      String keyFile = "dailies.providers." + name + ".api-key-file";
      add(setup, "dailies.providers." + name + ".", setup.provider(name), all);
      add(setup, "dailies.providers." + name + ".", setup.ownSettings(name), all);
      setup
          .whyKeyFileIsTaken(name)
          .ifPresent(why -> all.replaceAll(one -> one.name().equals(keyFile) ? one.and(why) : one));
    }
    return List.copyOf(all);
  }

  /** The proxies that are obeyed: the setting is a secret, and the environment may name others. */
  private static void addProxies(JobSetup setup, List<SettingOrigin> all) {
    Proxies proxies = setup.network().proxies();
    proxies
        .origins()
        .forEach(
            (scheme, origin) ->
                all.add(
                    new SettingOrigin(
                        "proxy of " + scheme,
                        String.valueOf(proxies.shown().get(scheme)),
                        origin)));
  }

  private static void add(JobSetup setup, String prefix, Record values, List<SettingOrigin> all) {
    for (RecordComponent component : values.getClass().getRecordComponents()) {
      String name = prefix + DataObjectPropertyName.toDashedForm(component.getName());
      Object value = valueOf(component, values);
      if (value instanceof BudgetSettings group) {
        add(setup, name + ".", group, all);
      } else if (value != null && !PATHS.contains(name)) {
        all.add(of(setup, name, shown(value)));
      }
    }
  }

  private SettingOrigin and(String remark) {
    return new SettingOrigin(name, value, origin + "; " + remark);
  }

  private static SettingOrigin of(JobSetup setup, String name, String value) {
    return new SettingOrigin(name, value, originOf(setup.environment(), name));
  }

  private static String shown(Object value) {
    if (value instanceof Duration time) {
      return SettingText.of(time);
    }
    if (value instanceof DataSize size) {
      return SettingText.ofBytes(size.toBytes());
    }
    return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString();
  }

  private static @Nullable Object valueOf(RecordComponent component, Record values) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(values);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException("cannot read " + component, impossible);
    }
  }

  private static String originOf(ConfigurableEnvironment environment, String name) {
    ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
    for (var source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty property = source.getConfigurationProperty(wanted);
      if (property != null) {
        return SettingPlace.told(property.getOrigin());
      }
    }
    return "default";
  }
}
