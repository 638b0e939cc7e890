/** Doubts that a provider can settle are settled here, before a run and within it. */
@NullMarked
package dev.dailies.job.doubt;

import org.jspecify.annotations.NullMarked;
