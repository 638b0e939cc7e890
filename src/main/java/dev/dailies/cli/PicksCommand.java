package dev.dailies.cli;

import dev.dailies.cli.words.JsonLines;
import dev.dailies.files.FileNames;
import dev.dailies.job.JobContext;
import dev.dailies.ledger.Picks.Merged;
import dev.dailies.ledger.Picks.Pick;
import dev.dailies.ledger.Picks.Word;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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

  /** As many names as one command may have. */
  private static final int MOST = 5;

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "What Export picks has saved.")
  private String file = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    file = job.file(file);
    if (file.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name the file that Export picks has saved");
    }
    JobSetup setup = job.setup();
    Path path = FileNames.in(setup.target().folder(), file);
    try (JobContext context = ExistingJob.open(setup)) {
      Merged merged = context.picks().merge(PicksFile.read(path, context.job()));
      context.report();
      tell(merged, context, setup.shown(setup.files().output().resolve("report.html")));
    }
    return 0;
  }

  private void tell(Merged merged, JobContext context, String page) {
    PrintWriter out = spec.commandLine().getOut();
    if (job.isJson()) {
      JsonLines.print("picks", merged, out);
    } else {
      out.println("Took over " + Count.of(merged.taken(), "pick") + known(merged.known()));
      if (!merged.strange().isEmpty()) {
        out.println("Not in this folder: " + String.join(", ", merged.strange()));
      }
      out.println("Report: " + page);
      rejected(context).ifPresent(out::println);
      if (context.picks().all().values().stream().anyMatch(Pick::isKept)) {
        out.println("Next: " + job.command("deliver", "--to DIR"));
      }
    }
    out.flush();
  }

  /** What can be done for clips that were rejected and have nothing in their place. */
  private Optional<String> rejected(JobContext context) {
    TaskQueries queries = context.queries();
    List<String> names =
        context.picks().all().values().stream()
            .filter(pick -> pick.word() == Word.REJECT && !queries.isReplaced(pick.task()))
            .map(Pick::task)
            .filter(name -> isHere(queries, name))
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String clips = Count.of(names.size(), "rejected clip");
    return Optional.of(
        names.size() <= MOST
            ? "%s: %s makes %s again"
                .formatted(
                    clips,
                    job.command("redo", String.join(" ", names)),
                    names.size() == 1 ? "it" : "them")
            : clips + ": Export rejects on the page has others made for them");
  }

  private static boolean isHere(TaskQueries queries, String name) {
    return TaskId.of(name).stream()
        .flatMap(id -> queries.named(id).stream())
        .anyMatch(
            view ->
                view.task().name().equals(name)
                    && view.current()
                    && view.task().state() == TaskState.DELIVERED);
  }

  private static String known(int picks) {
    return picks == 0 ? "" : "; %d %s known already".formatted(picks, picks == 1 ? "was" : "were");
  }
}
