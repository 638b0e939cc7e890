package dev.dailies.ledger;

/**
 * What a plan counted while it read the manifest.
 *
 * @param rows valid or not
 * @param rejected rows that could not be planned
 * @param regenerated takes that are made again although their clip is there
 * @param waitingEdits edits that wait for a task in flight, in doubt or lost
 * @param rowsWithFiles rows that name files on this machine
 */
public record PlanCounts(
    long plan, long rows, long rejected, long regenerated, long waitingEdits, long rowsWithFiles) {}
