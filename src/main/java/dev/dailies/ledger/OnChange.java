package dev.dailies.ledger;

/** What an edited row means for a take whose clip is there already. */
public enum OnChange {
  /** Make it again; the old clip is kept. */
  REGENERATE,
  /** Leave it alone. */
  KEEP,
  /** Refuse the manifest. */
  FAIL
}
