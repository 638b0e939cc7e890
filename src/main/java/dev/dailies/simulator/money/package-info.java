/** What the simulator's accounts hold, and what was charged to them. */
@NullMarked
package dev.dailies.simulator.money;

import org.jspecify.annotations.NullMarked;
