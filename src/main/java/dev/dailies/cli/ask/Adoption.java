package dev.dailies.cli.ask;

import dev.dailies.job.settle.CannotSettleException;
import dev.dailies.job.settle.Doubts;
import dev.dailies.job.settle.Sight;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adopts the ticket that a person has found: looks at it first, and asks where it is unknown. */
public final class Adoption {

  private final Doubts doubts;
  private final @Nullable Confirmation person;
  private final boolean sure;

  /**
   * @param person null if nobody can be asked
   * @param sure true if nobody is to be asked
   */
  public Adoption(Doubts doubts, @Nullable Confirmation person, boolean sure) {
    this.doubts = doubts;
    this.person = person;
    this.sure = sure;
  }

  /** The task that follows the ticket now, and what the look has shown. */
  public record Adopted(Task task, String ticket, Sight sight) {

    /** A sentence for the person. */
    public String told() {
      return "%s now follows ticket %s (%s).".formatted(task.name(), ticket, sight.told());
    }
  }

  /**
   * Adopts it.
   *
   * @throws CannotSettleException if it cannot be; then nothing changed
   */
  public Adopted adopt(TaskView view, String ticket) {
    Sight sight = doubts.look(view, ticket);
    if (sight.kind() == Sight.Kind.UNKNOWN && !sure) {
      ask(view, ticket);
    }
    return new Adopted(doubts.adopt(view, ticket), ticket, sight);
  }

  private void ask(TaskView view, String ticket) {
    String name = view.task().name();
    String unknown =
        "%s does not know the ticket '%s'"
            .formatted(
                Objects.requireNonNull(view.attempt(), "it was looked at").provider(), ticket);
    if (person == null) {
      throw new CannotSettleException(
          unknown
              + ", so %s is left as it was; look the ticket up again, or add --yes to adopt it all the same"
                  .formatted(name));
    }
    if (!person.isGivenTo(unknown + ". Adopt it for " + name + " all the same?")) {
      throw new CannotSettleException(name + " is left as it was");
    }
  }
}
