package dev.dailies;

import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import java.util.LinkedHashMap;
import java.util.Map;

/** A simulator in the test's own process, where that is process enough. */
public final class Sandbox implements AutoCloseable {

  private final Simulator simulator;

  /**
   * @param settings as in {@code generation-time=1s}
   */
  public Sandbox(String... settings) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      values.put(parts[0], parts[1]);
    }
    this.simulator = Simulator.start(SimulatorSetup.of(values), 0);
  }

  public String url() {
    return simulator.baseUrl().toString();
  }

  public SimulatorRecords records() {
    return new SimulatorRecords(url());
  }

  int creates() {
    return records().counts().creates();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
