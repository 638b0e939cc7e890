/**
 * When the next request may go out: rate, circuit breaker, and the pauses that providers ask for.
 */
@NullMarked
package dev.dailies.pacing;

import org.jspecify.annotations.NullMarked;
