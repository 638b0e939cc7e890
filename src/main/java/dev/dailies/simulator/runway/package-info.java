/** Simulates Runway's own API. */
@NullMarked
package dev.dailies.simulator.runway;

import org.jspecify.annotations.NullMarked;
