package dev.dailies.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the manifest.
 *
 * @param finishedAt null if the manifest was not read to its end
 * @param manifestDigest the file's SHA-256 in hex
 * @param settingsDigest of the settings that bear on rows
 * @param rejectedRows how many rows could not be planned
 * @param regenerated how many takes are made again although their clip is there
 * @param waitingEdits how many edits wait for a task in flight, in doubt or lost
 * @param rowsWithFiles how many rows name files on this machine
 * @param refusal why nothing new may be sent; null if the plan was admitted
 */
public record Plan(
    long number,
    @Nullable Instant finishedAt,
    String manifestDigest,
    String settingsDigest,
    long rows,
    long rejectedRows,
    long regenerated,
    long waitingEdits,
    long rowsWithFiles,
    @Nullable String refusal) {

  /** True if its tasks may be sent. */
  public boolean isAdmitted() {
    return finishedAt != null && refusal == null;
  }
}
