package dev.dailies.cli.words;

import dev.dailies.ledger.TaskState;
import dev.dailies.text.Count;
import java.util.Map;

/**
 * Tells of clips that are here and that the manifest no longer asks for: of rows that were edited,
 * or are gone.
 */
public final class KeptClips {

  private KeptClips() {}

  /**
   * As in {@code , and 1 clip kept from earlier}; empty if there is none.
   *
   * @param current tasks of the newest manifest by state
   * @param all the same over all manifests
   */
  public static String told(Map<TaskState, Long> current, Map<TaskState, Long> all) {
    long kept = delivered(all) - delivered(current);
    return kept > 0 ? ", and " + Count.of(kept, "clip") + " kept from earlier" : "";
  }

  private static long delivered(Map<TaskState, Long> counts) {
    return counts.getOrDefault(TaskState.DELIVERED, 0L);
  }
}
