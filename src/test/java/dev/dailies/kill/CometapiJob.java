package dev.dailies.kill;

import dev.dailies.SimulatorRecords;
import dev.dailies.Workspace;
import java.util.Map;

/** A provider that cannot be asked about what is in doubt. */
final class CometapiJob implements KilledJob {

  @Override
  public int rows() {
    return 60;
  }

  @Override
  public String generationTime() {
    return "1s";
  }

  @Override
  public void prepare(Workspace rig) {
    rig.with("COMETAPI_KEY", "sk-test").shots("shots.csv", rows());
  }

  @Override
  public String provider() {
    return "cometapi";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public byte[] clip(SimulatorRecords simulator, String ticket) {
    return simulator.clip(ticket);
  }
}
