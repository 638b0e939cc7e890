package dev.dailies.cli;

import dev.dailies.cli.words.JsonLines;
import dev.dailies.cli.words.SpendText;
import dev.dailies.job.JobContext;
import dev.dailies.job.folder.OutputFolderHeldException;
import dev.dailies.job.run.RunStatus;
import dev.dailies.report.money.Spend;
import dev.dailies.report.money.SpendTable;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
      "Writes the tables, the summary and the page again, and tells what was spent.",
      "Asks nothing of any provider, and changes nothing in the ledger."
    })
final class ReportCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JobSetup setup = job.setup();
    PrintWriter out = spec.commandLine().getOut();
    Path file = setup.files().output().resolve("report.html");
    String page = setup.shown(file);
    try (JobContext context = ExistingJob.open(setup)) {
      context.report();
      print(page, context, out);
    } catch (OutputFolderHeldException held) {
      if (!Files.exists(file)) {
        throw held;
      }
      ErrorMessages.warn(
          List.of("the folder is in use; a run at work there writes this page every minute"),
          spec.commandLine().getErr());
      printPage(page, out);
    }
    out.flush();
    return 0;
  }

  private void printPage(String page, PrintWriter out) {
    if (job.isJson()) {
      JsonLines.print("report", Map.of("page", page), out);
    } else {
      out.println("Report: " + page);
    }
  }

  private void print(String page, JobContext context, PrintWriter out) {
    SpendTable table = context.spend();
    RunStatus status = context.ledgerStatus();
    if (job.isJson()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("page", page);
      line.put("simulated", status.isSimulated());
      line.put("money", status.money());
      line.put("caps", status.caps());
      line.put("spend", table.lines());
      JsonLines.print("report", line, out);
      return;
    }
    out.println("Report: " + page);
    Spend spend = table.spend(context.picks().all().values());
    new SpendText(spend, status.money(), status.caps(), status.isSimulated()).print(out);
  }
}
