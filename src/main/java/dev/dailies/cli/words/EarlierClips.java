package dev.dailies.cli.words;

import dev.dailies.ledger.TaskState;
import dev.dailies.text.Count;
import java.util.Map;

/**
 * Tells of clips that are here and that the manifest no longer asks for: of rows that were edited,
 * or are gone.
 */
public final class EarlierClips {

  private EarlierClips() {}

  /**
   * As in {@code , and 1 clip of earlier rows}; empty if there is none.
   *
   * @param current tasks of the newest manifest by state
   * @param all the same over all manifests
   */
  public static String told(Map<TaskState, Long> current, Map<TaskState, Long> all) {
    long earlier = delivered(all) - delivered(current);
    return earlier > 0 ? ", and " + Count.of(earlier, "clip") + " of earlier rows" : "";
  }

  private static long delivered(Map<TaskState, Long> counts) {
    return counts.getOrDefault(TaskState.DELIVERED, 0L);
  }
}
