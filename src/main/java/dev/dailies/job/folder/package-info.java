/** The output folder: its lock, its ledger, and what a process that died has left in it. */
@NullMarked
package dev.dailies.job.folder;

import org.jspecify.annotations.NullMarked;
