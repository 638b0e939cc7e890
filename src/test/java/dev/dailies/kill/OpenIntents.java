package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.kill.Trace.Step;
import java.util.HashSet;
import java.util.Set;

/** Which tasks must be in doubt, and which may be, by what their job has come by. */
final class OpenIntents {

  private final Set<String> certain = new HashSet<>();
  private final Set<String> possible = new HashSet<>();

  private OpenIntents() {}

  static void assertThatDoubtsAre(Set<String> doubts, Trace trace) {
    OpenIntents open = new OpenIntents();
    trace.steps().forEach(open::take);
    assertThat(doubts)
        .as("in doubt, of which the first are certain: %s, %s", open.certain, open.possible)
        .containsAll(open.certain)
        .isSubsetOf(open.possible);
  }

  private void take(Step step) {
    if (!step.crossing().isOfAMove()) {
      return;
    }
    String move = step.crossing().subject();
    String task = move.substring(move.indexOf(' ') + 1);
    boolean over = step.crossing().phase().equals("after");
    switch (move.substring(0, move.indexOf(' '))) {
      case "SUBMITTING", "IN_DOUBT" -> intend(task, over);
      case "CAME_LATER", "RETAKE" -> {}
      default -> settle(task, over);
    }
  }

  private void intend(String task, boolean over) {
    possible.add(task);
    if (over) {
      certain.add(task);
    }
  }

  /** Between a commit's first step and its last nobody can tell. */
  private void settle(String task, boolean over) {
    certain.remove(task);
    if (over) {
      possible.remove(task);
    }
  }
}
