package dev.dailies.simulator;

import dev.dailies.simulator.http.Routes;

/** A wire format that the simulator speaks. Each has its own package, and is found as a service. */
public interface Format {

  /** Adds the format's routes to those of a simulator. */
  void addTo(Routes routes, SimulatorContext context);
}
