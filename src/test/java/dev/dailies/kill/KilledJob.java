package dev.dailies.kill;

import dev.dailies.SimulatorRecords;
import dev.dailies.Workspace;
import java.util.Map;

/** What is special about the provider of a chain of kills. */
interface KilledJob {

  /** How many rows its manifest has; each asks for one task. */
  int rows();

  /** How long the simulator takes for one task. */
  String generationTime();

  /** Writes the manifest {@code shots.csv}, and all else that a run needs. */
  void prepare(Workspace rig);

  /** The provider's name. */
  String provider();

  /** The provider's settings, beyond those that every chain has. */
  Map<String, String> settings();

  /** The clip of a finished task, fetched from the simulator itself. */
  byte[] clip(SimulatorRecords simulator, String ticket);
}
