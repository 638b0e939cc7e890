package dev.dailies.settings;

import dev.dailies.simulator.SimulatorSettings;
import dev.dailies.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Reads the settings of a simulator that runs alone. */
public final class SimulatorSetup {

  private static final String PREFIX = "simulator";

  private SimulatorSetup() {}

  /**
   * Binds settings by their plain names.
   *
   * @throws SettingsException if one does not exist, or its value cannot be used
   */
  public static SimulatorSettings of(Map<String, String> flags) {
    Set<String> known = SettingNames.of(SimulatorSettings.class);
    flags.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new SettingsException(
                  "there is no setting "
                      + name
                      + NearestName.hint(name, known, "; there are: " + String.join(", ", known)));
            });
    var source = new MapConfigurationPropertySource();
    flags.forEach((name, value) -> source.put(PREFIX + "." + name, value));
    var words = new SettingWords(List.of(source));
    words.checkUnits(PREFIX, SimulatorSettings.class);
    try {
      return new Binder(source).bindOrCreate(PREFIX, Bindable.of(SimulatorSettings.class));
    } catch (BindException failure) {
      String flag = words.describe(failure).replace(PREFIX + ".", "--");
      throw new SettingsException(flag, failure);
    }
  }
}
