/** What all steps of a run share: its providers, why it stops, how it stands, and how it ends. */
@NullMarked
package dev.dailies.job.run;

import org.jspecify.annotations.NullMarked;
