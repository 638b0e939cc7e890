/** Who does the work: the port that every provider implements, and what it can answer. */
@NullMarked
package dev.dailies.provider;

import org.jspecify.annotations.NullMarked;
