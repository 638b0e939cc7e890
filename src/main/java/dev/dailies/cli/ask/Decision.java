package dev.dailies.cli.ask;

import dev.dailies.job.settle.Doubts;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.Count;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The decision on a task in doubt: exactly one of the three options is given. */
public final class Decision {

  @Option(
      names = "--resubmit",
      description = "The next run sends it again. That may pay twice: it may have been taken.")
  private boolean resubmit;

  @Option(
      names = "--adopt",
      paramLabel = "TICKET",
      description = "It was taken: this is the provider's id of it, which is looked at once.")
  private @Nullable String ticket;

  @Option(names = "--give-up", description = "Lets it go, paid for or not.")
  private boolean giveUp;

  @Option(
      names = "--undo",
      description = "Takes the last decision on it back, while nothing has followed it.")
  private boolean undo;

  /** True if what was decided last is to be taken back. */
  public boolean isUndo() {
    return undo;
  }

  /** True if it names a ticket, which one task alone can have. */
  public boolean isAboutOneTask() {
    return ticket != null;
  }

  /** The ticket to adopt; null if another decision was made. */
  public @Nullable String ticket() {
    return ticket;
  }

  /** Carries a decision out that needs no ticket, and returns the changed task. */
  public Task applyTo(TaskView doubtful, Doubts doubts) {
    if (undo) {
      return doubts.undo(doubtful);
    }
    return giveUp ? doubts.giveUp(doubtful) : doubts.resubmit(doubtful);
  }

  /**
   * The decision in words, to follow "shot-001: ".
   *
   * @param taken true if the provider has certainly taken it
   */
  public String told(boolean taken) {
    return resubmit ? toldAgain(taken) : toldGivenUp(taken);
  }

  static String toldAgain(boolean taken) {
    return taken
        ? "to be sent again. This pays twice, unless the provider never finishes it"
        : "to be sent again. This may pay twice: the provider may have taken it";
  }

  static String toldGivenUp(boolean taken) {
    return taken
        ? "given up. It is paid for all the same, should the provider finish it"
        : "given up. It may have been paid for all the same";
  }

  /**
   * The question to confirm before the decision is carried out for many tasks.
   *
   * @param taken true if the provider has certainly taken them
   * @param money what the tasks may have cost
   */
  public String question(boolean taken, int tasks, String money) {
    if (taken) {
      return resubmit
          ? "Send %s again, though %s not ended, and pay twice for %s?"
              .formatted(Count.of(tasks, "task"), tasks == 1 ? "it has" : "they have", money)
          : "Give up %s, though %s not ended, which may cost %s all the same?"
              .formatted(Count.of(tasks, "task"), tasks == 1 ? "it has" : "they have", money);
    }
    return resubmit
        ? "Send %s in doubt again, and perhaps pay twice for %s?"
            .formatted(Count.of(tasks, "task"), money)
        : "Give up %s in doubt, which may have cost %s?".formatted(Count.of(tasks, "task"), money);
  }
}
