package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;

/** Opens a job that was run before; never creates an output folder. */
final class ExistingJob {

  private ExistingJob() {}

  static JobContext open(JobSetup setup) {
    if (!OutputFolder.exists(setup.files().output())) {
      throw new SettingsException(
          "nothing was run yet in " + setup.shown(setup.files().output()) + "; see --output");
    }
    return JobContext.open(setup);
  }
}
