/**
 * What a JVM carries that is to die at a given point: an agent that records every commit, POST and
 * change of a file, in order, and halts the JVM at one of them.
 */
@NullMarked
package dev.dailies.killpoint;

import org.jspecify.annotations.NullMarked;
