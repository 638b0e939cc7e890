/** The step that sends: each PLANNED task goes to its provider once. */
@NullMarked
package dev.dailies.job.submit;

import org.jspecify.annotations.NullMarked;
