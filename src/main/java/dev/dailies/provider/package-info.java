/**
 * Who does the work: the port that every provider implements, its outcomes, and the pacing in front
 * of it.
 */
@NullMarked
package dev.dailies.provider;

import org.jspecify.annotations.NullMarked;
