package dev.dailies.cli;

import dev.dailies.cli.words.RunSummary;
import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.settle.Undelivered;
import dev.dailies.job.settle.Undelivered.ToFetch;
import dev.dailies.ledger.TaskState;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Count;
import dev.dailies.text.ShellWord;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads generated clips, and does nothing else. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Downloads what was generated and is not here: what is undelivered, what no run has fetched"
          + " yet, and clips that were deleted or changed since.",
      "Sends nothing and costs nothing."
    })
final class FetchCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Shots, as in shot-001, or tasks, as in shot-001@2; else all.")
  private List<String> ids = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ids = job.ids(ids);
    JobSetup setup = job.setup();
    PrintWriter out = spec.commandLine().getOut();
    try (JobContext context = ExistingJob.open(setup)) {
      Undelivered undelivered = context.openToSettle().undelivered();
      ToFetch wanted = undelivered.fetchAgain(TaskIds.read(ids, spec.commandLine()));
      if (wanted.isEmpty()) {
        tellThatThereIsNothing(context.queries().countAll(), out);
        return ExitCode.OK.code();
      }
      RunOutcome fetched =
          WatchedRun.watch(
              context,
              setup,
              WatchedRun.view(job, out, spec.commandLine().getErr()),
              () -> context.fetch(wanted));
      RunOutcome outcome = fetched.withClips(undelivered.broughtBack(wanted));
      ExitCode code = ExitCode.of(outcome.ofFetching());
      new RunSummary(setup, outcome, context, again(), job::command, job.paint())
          .withoutList()
          .tell(code, job.isJson(), out);
      return code.code();
    }
  }

  /** What is still at a provider is looked at by a run alone. */
  private void tellThatThereIsNothing(Map<TaskState, Long> counts, PrintWriter out) {
    long away = counts.getOrDefault(TaskState.SUBMITTED, 0L);
    if (job.isJson()) {
      return;
    }
    if (away == 0) {
      out.println("Nothing to fetch");
    } else {
      out.println("Nothing to fetch yet: no run has seen the end of " + Count.of(away, "task"));
      out.println("Next: " + job.command("run", ""));
    }
    out.flush();
  }

  private String again() {
    return job.command("fetch", ids.stream().map(ShellWord::of).collect(Collectors.joining(" ")));
  }
}
