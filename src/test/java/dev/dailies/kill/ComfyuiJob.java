package dev.dailies.kill;

import dev.dailies.SimulatorRecords;
import dev.dailies.TextWorkflow;
import dev.dailies.Workspace;
import java.util.Map;

/** A server that is asked about what is in doubt; it runs one prompt at a time. */
final class ComfyuiJob implements KilledJob {

  @Override
  public int rows() {
    return 24;
  }

  @Override
  public String generationTime() {
    return "250ms";
  }

  @Override
  public void prepare(Workspace rig) {
    rig.prompts("shots.csv", rows());
    rig.write("text.json", TextWorkflow.JSON);
  }

  @Override
  public String provider() {
    return "comfyui";
  }

  /** The server queues at once what it is sent, so that the looks need not lie far apart. */
  @Override
  public Map<String, String> settings() {
    return Map.of("workflow", "text.json", "queue", "8", "doubt-pause", "200ms");
  }

  @Override
  public byte[] clip(SimulatorRecords simulator, String ticket) {
    return simulator.comfyuiClip(ticket);
  }
}
