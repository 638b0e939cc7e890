/** The step that tells: reports, sidecars, and how the job ends. */
@NullMarked
package dev.dailies.job.report;

import org.jspecify.annotations.NullMarked;
