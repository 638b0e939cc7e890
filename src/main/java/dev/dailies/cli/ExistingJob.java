package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;
import dev.dailies.text.Times;
import java.io.PrintWriter;
import java.util.List;

/** Opens a job that was run before; never creates an output folder. */
final class ExistingJob {

  private ExistingJob() {}

  static JobContext open(JobSetup setup) {
    check(setup);
    return JobContext.open(setup);
  }

  /** Opens it for a command that only looks, and says so if a run is at work there. */
  static JobContext openToLook(JobSetup setup, PrintWriter err) {
    check(setup);
    JobContext context = JobContext.openToLook(setup);
    tellLook(context, err);
    return context;
  }

  /** The same for a command that asks providers; it holds no lock meanwhile. */
  static JobContext openToAsk(JobSetup setup, PrintWriter err) {
    check(setup);
    JobContext context = JobContext.openToAsk(setup);
    tellLook(context, err);
    return context;
  }

  /** Says that a run is under way, and as of when it is looked at. */
  static void tellLook(JobContext context, PrintWriter err) {
    context
        .lookedAt()
        .map(at -> "a run is under way; this is how it stood at " + Times.clockAndZone(at))
        .ifPresent(told -> ErrorMessages.warn(List.of(told), err));
  }

  private static void check(JobSetup setup) {
    if (!OutputFolder.exists(setup.files().output())) {
      throw new SettingsException(
          "nothing was run yet in " + setup.shown(setup.files().output()) + "; see --output");
    }
  }
}
