package dev.dailies.cli;

import dev.dailies.cli.words.JsonLines;
import dev.dailies.job.JobContext;
import dev.dailies.job.folder.OutputFolderHeldException;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the reports again from the ledger as it is now. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes results.csv, failures.csv, summary.json and report.html again, as the ledger is now.",
      "Asks nothing of any provider, and changes nothing in the ledger."
    })
final class ReportCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JobSetup setup = job.setup();
    Path file = setup.files().output().resolve("report.html");
    try (JobContext context = ExistingJob.open(setup)) {
      context.report();
    } catch (OutputFolderHeldException held) {
      if (!Files.exists(file)) {
        throw held;
      }
      ErrorMessages.warn(
          List.of("the folder is in use; a run at work there writes this page every minute"),
          spec.commandLine().getErr());
    }
    PrintWriter out = spec.commandLine().getOut();
    String page = setup.shown(file);
    if (job.isJson()) {
      JsonLines.print("report", Map.of("page", page), out);
    } else {
      out.println("Report: " + page);
    }
    out.flush();
    return 0;
  }
}
