/**
 * The step that polls: each SUBMITTED task is asked for until its provider says what became of it.
 */
@NullMarked
package dev.dailies.job.poll;

import org.jspecify.annotations.NullMarked;
