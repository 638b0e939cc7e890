/** Hands the clips that people have kept to whoever works on with them. */
@NullMarked
package dev.dailies.job.deliver;

import org.jspecify.annotations.NullMarked;
