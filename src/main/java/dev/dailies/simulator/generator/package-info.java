/** Simulates the video generator's backend. */
@NullMarked
package dev.dailies.simulator.generator;

import org.jspecify.annotations.NullMarked;
