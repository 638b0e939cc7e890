package dev.dailies.pacing;

import org.jspecify.annotations.Nullable;

/**
 * Notices when a provider refuses everything for one reason: then no other row is likely to be
 * taken.
 */
final class RefusalStreak {

  private static final int HOPELESS = 5;

  private @Nullable String reason;
  private int length;
  private boolean anyAccepted;

  void accepted() {
    anyAccepted = true;
  }

  /**
   * True if this was the fifth row in a row that was refused for this reason, with none accepted.
   */
  boolean isHopelessAfter(String refusal) {
    length = refusal.equals(reason) ? length + 1 : 1;
    reason = refusal;
    return !anyAccepted && length >= HOPELESS;
  }
}
