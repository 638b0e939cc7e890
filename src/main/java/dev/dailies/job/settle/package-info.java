/** What people decide and ask between two runs. */
@NullMarked
package dev.dailies.job.settle;

import org.jspecify.annotations.NullMarked;
