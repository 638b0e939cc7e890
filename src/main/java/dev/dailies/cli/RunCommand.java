package dev.dailies.cli;

import dev.dailies.cli.ask.Confirmation;
import dev.dailies.cli.watch.LiveProgress;
import dev.dailies.cli.watch.ProgressView;
import dev.dailies.cli.watch.Terminals;
import dev.dailies.cli.words.RunSummary;
import dev.dailies.job.JobContext;
import dev.dailies.job.folder.OutputFolderHeldException;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.submit.Approval;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Times;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the job. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends what is not sent, watches it, fetches the clips and writes the reports.",
      "The same command again goes on where the last one ended, whatever ended it."
    },
    footer = {
      "Every setting is a flag by its full name too: --dailies.stop-timeout=30s.",
      "docs/reference.md lists them."
    })
final class RunCommand implements Callable<Integer> {

  private static final Set<StopReason.Kind> FAILURES =
      EnumSet.of(StopReason.Kind.FAILURE, StopReason.Kind.DISK_FULL);

  @Mixin private JobOptions job = new JobOptions();

  @Option(
      names = {"-n", "--dry-run"},
      description = "The same as the command plan.")
  private boolean dryRun;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress, and a summary only of a run that does not end with 0.")
  private boolean quiet;

  @Option(
      names = "--ok-exit",
      split = ",",
      paramLabel = "CODE",
      description = "Exit codes that become 0, as in --ok-exit 8,10.")
  private List<Integer> okExit = List.of();

  @Spec private CommandSpec spec;

  private @Nullable Confirmation person;

  @Override
  public Integer call() {
    if (dryRun) {
      return PlanCommand.plan(job, spec);
    }
    JobSetup setup = job.setup();
    Optional<String> objection = NewFolder.objection(setup);
    if (objection.isPresent()) {
      if (!quiet || job.isJson() || mapped(ExitCode.INPUT) != 0) {
        refuse(objection.get());
      }
      return mapped(ExitCode.INPUT);
    }
    try {
      return run(approved(setup));
    } catch (OutputFolderHeldException held) {
      if (mapped(ExitCode.HELD) != 0) {
        throw held;
      }
      err().println(held.getMessage());
      err().flush();
      return 0;
    }
  }

  private int run(JobSetup setup) {
    try (JobContext context = JobContext.open(setup)) {
      // Finding warnings takes a moment.
      LiveProgress.begin(context, setup.files().output());
      ErrorMessages.warn(context.warnings(), err());
      head(setup);
      RunOutcome outcome = WatchedRun.watch(context, setup, view(), context::run);
      ExitCode code = ExitCode.of(outcome);
      if (!quiet || mapped(code) != 0) {
        String again = again(outcome, context);
        new RunSummary(setup, outcome, context, again, job::command, job.paint())
            .tell(code, job.isJson(), out());
      }
      if (quiet || job.isJson() || !Terminals.isTerminal()) {
        complain(outcome);
      }
      return mapped(code);
    }
  }

  /**
   * A person is asked before the run begins, where the settings want that and somebody is there.
   */
  private JobSetup approved(JobSetup setup) {
    Confirmation asked = setup.confirmAbove() == null || job.isJson() ? null : person();
    if (asked == null || setup.settings().approve() != null) {
      return setup;
    }
    Optional<Approval.Question> needed;
    try (JobContext context = JobContext.open(setup)) {
      context.planOnly();
      needed = context.approval().question().filter(Approval.Question::isNeeded);
    }
    return needed
        .filter(question -> asked.isGivenTo("Send " + question.told() + "?"))
        .map(question -> job.approve(question.digest()))
        .orElse(setup);
  }

  private @Nullable Confirmation person() {
    if (person == null && Terminals.isTerminal()) {
      person = Confirmation.ofTerminal(err());
    }
    return person;
  }

  /** Takes answers from there instead of the terminal. */
  void askAt(Confirmation other) {
    person = other;
  }

  /** A file that is no manifest leaves no folder behind. */
  private void refuse(String why) {
    NewFolder.refuse(why, ExitCode.INPUT, "summary", job, out());
    if (!job.isJson()) {
      out().println("Next: correct it, then " + job.command("run", ""));
      out().flush();
    }
  }

  /** Where a limit or a time was too short for anything, the same again would end the same way. */
  private String again(RunOutcome outcome, JobContext context) {
    if (outcome.stoppedBy(StopReason.Kind.APPROVAL)) {
      return context.approval().question().map(job::runApproved).orElse(job.command("run", ""));
    }
    if (outcome.stoppedBy(StopReason.Kind.LIMIT)) {
      return job.runWithout("limit", "sample");
    }
    boolean isTooShort =
        outcome.stoppedBy(StopReason.Kind.DEADLINE)
            && outcome.didNothing()
            && outcome.count(TaskState.SUBMITTED) == 0;
    return isTooShort ? job.runWithout("time-limit") : job.command("run", "");
  }

  /** A log of many nights tells by it where one begins. */
  private void head(JobSetup setup) {
    if (!quiet && !job.isJson()) {
      err()
          .printf(
              "%s: %s into %s%n",
              Times.day(Instant.now()), setup.shownManifest(), setup.shown(setup.files().output()));
      err().flush();
    }
  }

  /**
   * Prints a failed disk or ledger on standard error, where a scheduler looks for errors; on a
   * terminal the summary has said it.
   */
  private void complain(RunOutcome outcome) {
    outcome.stopReasons().stream()
        .filter(reason -> FAILURES.contains(reason.kind()))
        .forEach(reason -> err().println("dailies: " + reason.text()));
    err().flush();
  }

  private int mapped(ExitCode code) {
    return okExit.contains(code.code()) ? 0 : code.code();
  }

  private ProgressView view() {
    return quiet ? status -> {} : WatchedRun.view(job, out(), err());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
