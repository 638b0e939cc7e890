package dev.dailies.cli;

import dev.dailies.cli.words.JsonLines;
import dev.dailies.files.FileNames;
import dev.dailies.job.JobContext;
import dev.dailies.ledger.Picks.Merged;
import dev.dailies.ledger.Picks.Pick;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over the picks of another browser. */
@Command(
    name = "picks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes over keepers and rejects from a page's picks.json, and shows them in the page.",
      "Of each take the newest word counts. Nothing is sent."
    })
final class PicksCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(index = "1", paramLabel = "FILE", description = "What Export picks has saved.")
  private String file = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JobSetup setup = job.setup();
    Path path = FileNames.in(setup.target().folder(), file);
    try (JobContext context = ExistingJob.open(setup)) {
      Merged merged = context.picks().merge(PicksFile.read(path, context.job()));
      context.report();
      boolean isKept = context.picks().all().values().stream().anyMatch(Pick::isKept);
      tell(merged, isKept, setup.shown(setup.files().output().resolve("report.html")));
    }
    return 0;
  }

  private void tell(Merged merged, boolean isKept, String page) {
    PrintWriter out = spec.commandLine().getOut();
    if (job.isJson()) {
      JsonLines.print("picks", merged, out);
    } else {
      out.println("Took over " + Count.of(merged.taken(), "pick") + known(merged.known()));
      if (!merged.strange().isEmpty()) {
        out.println("Not in this folder: " + String.join(", ", merged.strange()));
      }
      out.println("Report: " + page);
      if (isKept) {
        out.println("Next: " + job.command("deliver", "--to DIR"));
      }
    }
    out.flush();
  }

  private static String known(int picks) {
    return picks == 0 ? "" : "; %d %s known already".formatted(picks, picks == 1 ? "was" : "were");
  }
}
