package dev.dailies.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dailies.cli.watch.StatusBlock;
import dev.dailies.cli.words.JsonLines;
import dev.dailies.cli.words.LostClips;
import dev.dailies.cli.words.NextStep;
import dev.dailies.cli.words.PlannedList;
import dev.dailies.job.JobContext;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.folder.OutputFolderHeldException;
import dev.dailies.job.run.RunStatus;
import dev.dailies.job.run.StatusFile;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.pacing.Wait;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the status of the job, from the ledger or from the run that holds it. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Counts, and what a run that is under way waits for, or the last one waited for.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JobSetup setup = job.setup();
    PrintWriter out = spec.commandLine().getOut();
    if (!OutputFolder.exists(setup.files().output())) {
      out.println("Nothing was run yet");
      out.println("Next: " + job.command("plan", ""));
      out.flush();
      return 0;
    }
    try (JobContext context = JobContext.open(setup)) {
      LostClips clips = new LostClips(context);
      Optional<PlannedList> planned = PlannedList.of(setup, context);
      Idle idle =
          new Idle(
              context.ledgerStatus(),
              context.lastWaits(),
              clips.lost(),
              NextStep.of(setup, context, clips, planned, job::command));
      printIdle(idle, planned, context.queries(), out);
    } catch (OutputFolderHeldException held) {
      new StatusFile(setup.files().output())
          .read()
          .ifPresentOrElse(
              status -> print(status, held.holder().running(Instant.now()), out),
              () -> begun(held, out));
    }
    return 0;
  }

  /** A job that nobody runs. */
  private record Idle(
      @JsonUnwrapped RunStatus status, List<Wait> lastWaits, List<String> lostFiles, String next) {}

  private void printIdle(
      Idle idle, Optional<PlannedList> planned, TaskQueries queries, PrintWriter out) {
    if (job.isJson()) {
      JsonLines.print("status", idle, out);
      return;
    }
    out.println("No run is under way.");
    planned.map(PlannedList::told).ifPresent(out::println);
    StatusBlock.told(idle.status(), queries.countCurrent(), queries.countUnusable())
        .forEach(out::println);
    LostClips.print(idle.lostFiles(), out);
    idle.lastWaits().stream()
        .map(wait -> "The last run waited for %s: %s".formatted(wait.provider(), wait.told()))
        .forEach(out::println);
    out.println("Next: " + idle.next());
    out.flush();
  }

  /** Whoever holds the folder has counted nothing yet. */
  private void begun(OutputFolderHeldException held, PrintWriter out) {
    if (job.isJson()) {
      throw held;
    }
    out.println(held.holder().running(Instant.now()));
    out.println("It has only begun, and counted nothing yet");
    out.flush();
  }

  private void print(RunStatus status, String who, PrintWriter out) {
    if (job.isJson()) {
      JsonLines.print("status", status, out);
    } else {
      out.println(who);
      StatusBlock.told(status).forEach(out::println);
      out.flush();
    }
  }
}
