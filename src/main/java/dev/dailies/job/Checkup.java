package dev.dailies.job;

import dev.dailies.job.doctor.Doctor;
import dev.dailies.job.doctor.Doctor.Night;
import dev.dailies.job.doctor.Finding;
import dev.dailies.job.doctor.InputScope;
import dev.dailies.job.folder.LedgerHealth.State;
import dev.dailies.job.folder.LedgerKeeper;
import dev.dailies.job.folder.QuietLook;
import dev.dailies.job.run.Failures;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.submit.Approval.Question;
import dev.dailies.settings.JobSetup;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the night will go through. The list is planned on a copy of the ledger in a temporary
 * folder: nothing of the job's is changed, no lock is held, nothing is sent that costs.
 */
public final class Checkup {

  private final JobSetup setup;
  private final InputScope inputs;

  /**
   * @param inputs how many links of rows are looked at
   */
  public Checkup(JobSetup setup, InputScope inputs) {
    this.setup = setup;
    this.inputs = inputs;
  }

  /** The job as it was opened, on a copy. */
  private record Opened(JobContext job, QuietLook look) {}

  /** Looks at everything, and tells each finding as soon as it is there, in a stable order. */
  public void look(Consumer<Finding> teller) {
    Doctor.ofGround(setup).forEach(teller);
    Opened opened = open();
    try (JobContext job = opened.job()) {
      boolean isWhole = opened.look().isCurrent() && opened.look().holder() == null;
      List<String> unknownClips = isWhole ? job.unknownClips() : List.of();
      Doctor.ofLedger(setup, opened.look(), unknownClips).forEach(teller);
      RunOutcome outcome = job.planOnly();
      Night night = new Night(outcome, opened.look().isCurrent(), approval(job), inputs);
      job.doctor().ofNight(night, teller);
    }
  }

  private Opened open() {
    QuietLook look = QuietLook.at(setup);
    try {
      return new Opened(JobContext.open(setup, look.look()), look);
    } catch (RuntimeException harm) {
      if (look.health().state() == State.HARMED || !LedgerKeeper.isOfLedger(harm)) {
        throw harm;
      }
      QuietLook instead = QuietLook.without(setup, Failures.describe(harm));
      return new Opened(JobContext.open(setup, instead.look()), instead);
    }
  }

  private @Nullable Finding approval(JobContext job) {
    return job.approval()
        .question()
        .filter(Question::isNeeded)
        .filter(question -> !question.digest().equals(setup.settings().approve()))
        .map(
            question ->
                Doctor.approval(
                    question.told(),
                    String.valueOf(setup.settings().confirmAbove()),
                    question.digest()))
        .orElse(null);
  }
}
