/** What the simulator has taken: an order, its ticket, and what will become of it. */
@NullMarked
package dev.dailies.simulator.task;

import org.jspecify.annotations.NullMarked;
