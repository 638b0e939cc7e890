package dev.dailies.provider.comfyui;

import dev.dailies.provider.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server can run the workflow, by what it says of its nodes.
 *
 * @param objection why it certainly cannot, or could not be asked; null if there is nothing
 * @param doubts what it does not list and may take all the same: its answer to a prompt will tell
 * @param isFree true if it has every node and none of them is paid for elsewhere
 * @param version of the server; null if it does not say it, or was not asked
 */
record Fitness(
    Submission.@Nullable NothingCreated objection,
    List<String> doubts,
    boolean isFree,
    @Nullable ServerVersion version) {

  Fitness {
    doubts = List.copyOf(doubts);
  }

  static Fitness unknown(Submission.NothingCreated why) {
    return new Fitness(why, List.of(), false, null);
  }

  boolean isDoubtful() {
    return !doubts.isEmpty();
  }
}
