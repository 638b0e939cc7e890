package dev.dailies.cli;

import dev.dailies.cli.words.Forecast;
import dev.dailies.job.JobContext;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.PublishedList;
import dev.dailies.settings.UnreadListException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads and validates everything, prints what it would cost and take, and sends nothing. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads and validates everything, prints the price and the time it would take.",
      "Sends nothing; writes nothing but its own notes in the output folder."
    })
final class PlanCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return plan(job, spec);
  }

  static int plan(JobOptions job, CommandSpec spec) {
    JobSetup setup = job.setup();
    PrintWriter out = spec.commandLine().getOut();
    try {
      Optional<String> objection = objection(setup);
      if (objection.isPresent()) {
        NewFolder.refuse(objection.get(), ExitCode.INPUT, "plan", job, out);
        return ExitCode.INPUT.code();
      }
    } catch (UnreadListException unread) {
      ExitCode code = unread.isPassing() ? ExitCode.UNAVAILABLE : ExitCode.INPUT;
      NewFolder.refuse(String.valueOf(unread.getMessage()), code, "plan", job, out);
      return code.code();
    }
    try (JobContext context = JobContext.openToPlan(setup)) {
      ExistingJob.tellLook(context, spec.commandLine().getErr());
      ErrorMessages.warn(context.warnings(), spec.commandLine().getErr());
      RunOutcome outcome = context.planOnly();
      Forecast forecast = new Forecast(setup, outcome, context, job::command);
      if (job.isJson()) {
        forecast.printJson(out);
      } else {
        forecast.print(out);
      }
      return forecast.code();
    }
  }

  /** A list that cannot be read leaves no folder behind, nor does a file that is none. */
  private static Optional<String> objection(JobSetup setup) {
    if (OutputFolder.exists(setup.files().output())) {
      return Optional.empty();
    }
    setup.published().ifPresent(PublishedList::read);
    return NewFolder.objection(setup);
  }
}
