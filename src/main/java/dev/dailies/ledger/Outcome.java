package dev.dailies.ledger;

import java.util.Locale;
import java.util.Set;

/**
 * What has become of an attempt: where its task stands, unless that is about another attempt.
 *
 * @param name in capitals, as tables have it
 * @param told in the words of people
 * @param hasNoClip true if its money has brought no clip, as far as anybody knows
 */
public record Outcome(String name, String told, boolean hasNoClip) implements Comparable<Outcome> {

  /** Another was sent in its place, or is to be. */
  public static final Outcome SENT_AGAIN = new Outcome("SENT_AGAIN", "sent again", true);

  /** It was given up, or sent again, while it was in doubt: it may have been paid all the same. */
  public static final Outcome SETTLED_DOUBT = new Outcome("SETTLED_DOUBT", "doubt settled", false);

  private static final Set<TaskState> CLIPLESS =
      Set.of(TaskState.FAILED, TaskState.CANCELLED, TaskState.LOST, TaskState.UNDELIVERED);

  static Outcome of(Charge charge) {
    boolean isOpen =
        charge.last()
            && (charge.state() == TaskState.IN_DOUBT || charge.state() == TaskState.SUBMITTING);
    if (charge.counts() && !charge.answered() && !isOpen) {
      return SETTLED_DOUBT;
    }
    return charge.last() ? of(charge.state()) : SENT_AGAIN;
  }

  /** That of the last attempt of a task in such a state. */
  public static Outcome of(TaskState state) {
    return new Outcome(state.name(), state.told(), CLIPLESS.contains(state));
  }

  /** True while nobody knows whether it was taken. */
  public boolean isInDoubt() {
    return equals(of(TaskState.IN_DOUBT)) || equals(of(TaskState.SUBMITTING));
  }

  /** As {@link #name}, in lower case. */
  public String word() {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Outcome other) {
    return name.compareTo(other.name);
  }
}
