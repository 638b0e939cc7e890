package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.OutputFolderHeldException;
import dev.dailies.job.Program;
import dev.dailies.job.RunOutcome;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The job itself. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plans, submits, polls and downloads until every row has an outcome, and reports.",
      "The same command again goes on where the last one ended, whatever ended it."
    })
final class RunCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Option(
      names = {"-n", "--dry-run"},
      description = "The same as the command plan.")
  private boolean dryRun;

  @Option(
      names = "--ok-exit",
      split = ",",
      paramLabel = "CODE",
      description = "Exit codes that become 0, as in --ok-exit 8,10.")
  private List<Integer> okExit = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (dryRun) {
      return PlanCommand.plan(job, spec);
    }
    JobSetup setup = job.setup();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (JobContext context = JobContext.open(setup, ExitCode.RULES)) {
      RunOutcome outcome = watched(context, setup, err, context::run);
      ExitCode code = ExitCode.of(outcome);
      Summary summary =
          new Summary(setup, outcome, context.accounts(), context.plans(), again(), job::command);
      if (job.isJson()) {
        summary.printJson(code, out);
      } else {
        summary.print(code, out);
      }
      return mapped(code);
    } catch (OutputFolderHeldException held) {
      if (mapped(ExitCode.HELD) != 0) {
        throw held;
      }
      err.println(held.getMessage());
      err.flush();
      return 0;
    }
  }

  /** As it was typed: without its flags it could be about another folder, and pay for all again. */
  private String again() {
    return spec.root().commandLine().getParseResult().originalArgs().stream()
        .map(Texts::shellWord)
        .collect(Collectors.joining(" ", Program.shown() + " ", ""));
  }

  private int mapped(ExitCode code) {
    return okExit.contains(code.code()) ? 0 : code.code();
  }

  /** Runs while people watch, and may end it by a signal. */
  @SuppressWarnings("try") // Both work while they are open.
  static RunOutcome watched(
      JobContext context, JobSetup setup, PrintWriter err, Supplier<RunOutcome> run) {
    try (Signals signals = Signals.stopping(context);
        Progress progress = Progress.of(context, setup, err)) {
      return run.get();
    }
  }
}
