/** What is looked at before the night: whether a run would go through, and what to mend if not. */
@NullMarked
package dev.dailies.job.doctor;

import org.jspecify.annotations.NullMarked;
