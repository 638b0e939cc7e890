package dev.dailies.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dailies.provider.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the manifest.
 *
 * @param finishedAt null if the manifest was not read to its end
 * @param manifestDigest the file's SHA-256 in hex
 * @param settingsDigest of the settings that bear on rows
 * @param counts of its rows; zeros if the manifest was not read to its end
 * @param refusal why nothing new may be sent; null if the plan was admitted
 */
public record Plan(
    long number,
    @Nullable Instant finishedAt,
    String manifestDigest,
    String settingsDigest,
    @JsonUnwrapped Counts counts,
    @Nullable String refusal) {

  /** The plan number of restored tasks that no plan has seen yet. */
  static final long NONE = 0;

  /**
   * What a plan counts while it reads the manifest.
   *
   * @param rows valid or not
   * @param rejectedRows rows that could not be planned
   * @param regenerated takes that are generated again although their clip exists
   * @param waitingEdits edits that wait for a task in flight, in doubt or lost
   * @param rowsWithFiles rows that name local files
   */
  public record Counts(
      long rows, long rejectedRows, long regenerated, long waitingEdits, long rowsWithFiles) {

    /** Before the first row. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** With one more row. */
    public Counts withRow(boolean namesFiles) {
      return new Counts(
          rows + 1, rejectedRows, regenerated, waitingEdits, rowsWithFiles + (namesFiles ? 1 : 0));
    }

    /** With one more row that could not be planned. */
    public Counts withRejectedRow() {
      return new Counts(rows, rejectedRows + 1, regenerated, waitingEdits, rowsWithFiles);
    }

    /** With one more take that is made again. */
    public Counts withRegenerated() {
      return new Counts(rows, rejectedRows, regenerated + 1, waitingEdits, rowsWithFiles);
    }

    /** With one more edit that waits. */
    public Counts withWaitingEdit() {
      return new Counts(rows, rejectedRows, regenerated, waitingEdits + 1, rowsWithFiles);
    }
  }

  /** True if its tasks may be sent. */
  public boolean isAdmitted() {
    return finishedAt != null && refusal == null;
  }

  /** A problem and the line of the row that has it. */
  public record RowProblem(long line, Problem problem) {}
}
