/**
 * The flow: what happens to a row, step by step. {@link dev.dailies.job.DailiesJobConfiguration}
 * shows it whole.
 */
@NullMarked
package dev.dailies.job;

import org.jspecify.annotations.NullMarked;
