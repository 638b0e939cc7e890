package dev.dailies.cli;

import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.plan.FirstLook;
import dev.dailies.settings.JobSetup;
import java.util.Optional;

/** An output folder that is not there yet: a mistyped TARGET leaves none behind. */
final class NewFolder {

  private NewFolder() {}

  /** Why none is to be made; empty if there is one, or the list is on the web. */
  static Optional<String> objection(JobSetup setup) {
    return OutputFolder.exists(setup.files().output()) || setup.published().isPresent()
        ? Optional.empty()
        : FirstLook.objection(setup.files().manifest());
  }
}
