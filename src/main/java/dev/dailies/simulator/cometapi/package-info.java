/** Simulates CometAPI's official and compat formats. */
@NullMarked
package dev.dailies.simulator.cometapi;

import org.jspecify.annotations.NullMarked;
