/** The way back: clips that the ledger has forgotten are taken in again. Nothing is sent. */
@NullMarked
package dev.dailies.job.recover;

import org.jspecify.annotations.NullMarked;
