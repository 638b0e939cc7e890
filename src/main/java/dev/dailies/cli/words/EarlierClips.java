package dev.dailies.cli.words;

import dev.dailies.ledger.TaskState;
import dev.dailies.text.Count;
import java.util.Map;

/**
 * Tells of clips that are here and that nobody asks for any more: of rows that were edited, or are
 * gone, or that were made again.
 */
public final class EarlierClips {

  private EarlierClips() {}

  /**
   * As in {@code , and 1 earlier clip}; empty if there is none.
   *
   * @param current tasks of the newest manifest by state
   * @param all the same over all manifests
   */
  public static String told(Map<TaskState, Long> current, Map<TaskState, Long> all) {
    long earlier = delivered(all) - delivered(current);
    return earlier > 0 ? ", and " + Count.of(earlier, "earlier clip") : "";
  }

  private static long delivered(Map<TaskState, Long> counts) {
    return counts.getOrDefault(TaskState.DELIVERED, 0L);
  }
}
