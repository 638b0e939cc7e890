/**
 * The step that reads the manifest: every row becomes tasks, or is rejected with all its problems.
 */
@NullMarked
package dev.dailies.job.plan;

import org.jspecify.annotations.NullMarked;
