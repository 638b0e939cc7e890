package dev.dailies.ledger;

/** What to do about an edited row whose clip exists already. */
public enum OnChange {
  /** Make it again; the old clip is kept. */
  REGENERATE,
  /** Leave it alone. */
  KEEP,
  /** Refuse the manifest. */
  FAIL
}
