package dev.dailies.simulator;

import dev.dailies.simulator.money.Accounts;
import java.net.URI;
import java.time.Clock;

/**
 * What all formats of a simulator share.
 *
 * @param server where the simulator listens
 */
public record SimulatorContext(
    SimulatorSettings settings,
    Clock clock,
    URI server,
    CreateEndpoint creates,
    Lookup lookup,
    ClipLinks links,
    Clips clips,
    Accounts accounts) {}
