package dev.dailies.simulator;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as a user writes them, {@code name=value}; the others have their defaults. */
public final class Settings {

  private Settings() {}

  public static SimulatorSettings of(String... lines) {
    Map<String, String> properties = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split("=", 2);
      properties.put("dailies.simulator." + parts[0], parts[1]);
    }
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("dailies.simulator", SimulatorSettings.class);
  }
}
