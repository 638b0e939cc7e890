package dev.dailies.ledger;

/**
 * What stamping one take came to.
 *
 * @param line of the row that asked for the take first, for a {@link Kind#DUPLICATE}
 */
public record RowMatch(Kind kind, long line) {

  /** The ways it can go. */
  public enum Kind {
    /** New, back in the manifest, or edited where there is nothing to lose: it will be sent. */
    PLANNED,
    /** Known and not changed. */
    UNCHANGED,
    /** Changed, and its clip is there already: it will be made and paid again. */
    REGENERATED,
    /** Changed, and left alone, as the settings want it. */
    KEPT,
    /** Changed while the provider may still be at work: the edit waits. */
    EDIT_WAITS,
    /** Changed, and the settings forbid that. */
    FORBIDDEN,
    /** The same take was asked for by an earlier row of this manifest. */
    DUPLICATE
  }

  static RowMatch of(Kind kind) {
    return new RowMatch(kind, 0);
  }
}
