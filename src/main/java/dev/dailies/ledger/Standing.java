package dev.dailies.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How the ledger stands to a take that was paid for.
 *
 * @param kind what it knows of it
 * @param objection what in the ledger speaks against taking it in; null if nothing does
 */
public record Standing(Kind kind, @Nullable String objection) {

  /** What the ledger may know. */
  public enum Kind {
    /** All of it, or more than the sidecar. */
    KNOWN,
    /** Less than the sidecar. */
    FORGOTTEN,
    /** Something else than the sidecar. */
    OTHERWISE
  }

  static final Standing KNOWN = new Standing(Kind.KNOWN, null);
  static final Standing FORGOTTEN = new Standing(Kind.FORGOTTEN, null);

  static Standing otherwise(String objection) {
    return new Standing(Kind.OTHERWISE, objection);
  }
}
