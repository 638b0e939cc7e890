/**
 * A provider on loopback that speaks the real wire formats and makes real little clips: for the
 * demo, dry runs and users' own tests. {@link dev.dailies.simulator.Simulator} is the server.
 * {@link dev.dailies.simulator.SimulatorFactory} makes a provider of it, which is spoken to through
 * CometAPI's adapter. Of the rest of Dailies it knows the port, {@code provider.spi} and that
 * adapter's factory and settings; the packages below know less.
 */
@NullMarked
package dev.dailies.simulator;

import org.jspecify.annotations.NullMarked;
