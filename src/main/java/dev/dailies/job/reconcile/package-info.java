/** What was spent, beside what providers say that they have charged. Changes nothing. */
@NullMarked
package dev.dailies.job.reconcile;

import org.jspecify.annotations.NullMarked;
