package dev.dailies.job.doctor;

import dev.dailies.job.folder.LedgerHealth;
import dev.dailies.job.folder.QuietLook;
import dev.dailies.job.run.ExitCode;
import dev.dailies.text.Count;
import java.util.List;
import java.util.stream.Collectors;

/** Is the memory of what was paid whole, and are there copies of it? */
final class LedgerCheck implements Check {

  private static final int NAMED = 3;

  private final Subject subject = Subject.of("ledger");
  private final QuietLook look;
  private final List<String> unknownClips;

  /**
   * @param unknownClips the sidecars of paid clips that the ledger does not know
   */
  LedgerCheck(QuietLook look, List<String> unknownClips) {
    this.look = look;
    this.unknownClips = unknownClips;
  }

  @Override
  public List<Finding> look() {
    LedgerHealth health = look.health();
    if (!unknownClips.isEmpty()) {
      return List.of(
          subject.failure(
              ExitCode.FAILURE,
              "it does not know %s that were paid for (%s)"
                  .formatted(Count.of(unknownClips.size(), "clip"), named()),
              "put back the .dailies that made them, or type 'recover'"));
    }
    return List.of(
        switch (health.state()) {
          case NONE -> subject.ok("there is none yet; the first run makes it");
          case WHOLE -> whole(health);
          case LEFT_OPEN ->
              subject.warning(
                  "a process died while it had it open",
                  "the next run reads all of it once, and goes on; nothing is to be done");
          case IN_USE -> subject.ok(inUse());
          case ELSEWHERE ->
              subject.warning(
                  "it is a database of your own (ledger-url), and is not looked at here",
                  "type 'plan' for what is left to send");
          case HARMED -> harmed(health);
        });
  }

  private String named() {
    return unknownClips.stream().limit(NAMED).collect(Collectors.joining(", "))
        + (unknownClips.size() > NAMED ? ", …" : "");
  }

  private Finding whole(LedgerHealth health) {
    if (health.wholeCopies() < health.copies()) {
      String harmed =
          health.copies() == 1
              ? "its copy is not as it was kept"
              : "%d of its %d copies %s not as kept"
                  .formatted(
                      health.copies() - health.wholeCopies(),
                      health.copies(),
                      health.copies() - health.wholeCopies() == 1 ? "is" : "are");
      return subject.warning(
          "it is whole, but " + harmed, "look at the disk; the next runs keep new copies");
    }
    return subject.ok(
        switch (health.copies()) {
          case 0 -> "it is whole; the first run keeps a copy";
          case 1 -> "it is whole, and so is its copy";
          default -> "it is whole, and so are its %d copies".formatted(health.copies());
        });
  }

  private String inUse() {
    return look.isCurrent()
        ? "the run that is at work has it open, and has told what is in it"
        : "another process has it open, so what is left to send is not known here";
  }

  private Finding harmed(LedgerHealth health) {
    return subject.failure(
        ExitCode.FAILURE,
        "it cannot be used: " + health.harm(),
        health.wholeCopies() > 0
            ? "type 'recover', which puts back a copy that is whole"
            : "mend the disk, or put .dailies back from a backup; none of its own copies is whole");
  }
}
