package dev.dailies.job.report;

import dev.dailies.job.run.Program;
import dev.dailies.report.RunFacts.CommandLine;
import dev.dailies.settings.JobSetup;
import java.nio.file.Path;

/**
 * The words that call Dailies on this very job again, for pages that may be passed on: the output
 * folder remembers the rest.
 */
final class RerunCommand {

  private RerunCommand() {}

  static CommandLine of(JobSetup setup) {
    Path output = setup.files().output();
    boolean below = output.startsWith(setup.target().folder());
    return new CommandLine(
        Program.plain(), below ? setup.shown(output) : String.valueOf(output.getFileName()));
  }
}
