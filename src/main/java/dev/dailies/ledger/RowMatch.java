package dev.dailies.ledger;

/**
 * How a row was matched with the tasks of its take.
 *
 * @param line of the row that asked for the take first, for a {@link Kind#DUPLICATE}
 */
public record RowMatch(Kind kind, long line) {

  /** The possible results. */
  public enum Kind {
    /** New, back in the manifest, or edited before anything was paid: it will be sent. */
    PLANNED,
    /** Known and unchanged. */
    UNCHANGED,
    /** Edited, and its clip exists: it will be generated and paid again. */
    REGENERATED,
    /** Edited, and left alone as the settings ask. */
    KEPT,
    /** Edited while the provider may still be at work: the edit waits. */
    EDIT_WAITS,
    /** Edited, which the settings forbid. */
    FORBIDDEN,
    /** An earlier row of this manifest asks for the same take. */
    DUPLICATE,
    /** Wants a new take for one that the ledger does not know. */
    UNKNOWN
  }

  static RowMatch of(Kind kind) {
    return new RowMatch(kind, 0);
  }
}
