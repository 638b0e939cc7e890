package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
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
    try (JobContext context = ExistingJob.open(setup)) {
      context.report();
    }
    PrintWriter out = spec.commandLine().getOut();
    String page = setup.shown(setup.files().output().resolve("report.html"));
    if (job.isJson()) {
      JsonLines.print("report", Map.of("page", page), out);
    } else {
      out.println("Report: " + page);
    }
    out.flush();
    return 0;
  }
}
