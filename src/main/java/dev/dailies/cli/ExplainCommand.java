package dev.dailies.cli;

import dev.dailies.cli.words.ExplanationText;
import dev.dailies.cli.words.JsonLines;
import dev.dailies.job.JobContext;
import dev.dailies.job.settle.Explainer;
import dev.dailies.job.settle.Explanation;
import dev.dailies.ledger.TaskId;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what happened to a task, and what to do about it. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells the whole history of a task: attempts, times, answers, cost, and what to do next.",
      "Asks nothing of any provider."
    })
final class ExplainCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "A shot, as in shot-001, or a task, as in shot-001@2.")
  private @Nullable String id;

  @Option(
      names = "--links",
      description = "Shows links with what signs them: they are as good as a password.")
  private boolean links;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    TaskId named = named();
    try (JobContext context = ExistingJob.openToLook(job.setup(), spec.commandLine().getErr())) {
      Explainer explainer = context.openToSettle().explainer();
      List<Explanation> explanations =
          (links ? explainer.withWholeLinks() : explainer).explain(named, job::command);
      boolean isFirst = true;
      for (Explanation explanation : explanations) {
        if (job.isJson()) {
          JsonLines.print("explanation", explanation, out);
        } else {
          out.print(isFirst ? "" : System.lineSeparator());
          isFirst = false;
          new ExplanationText(explanation, links).print(out);
        }
      }
      out.flush();
      return 0;
    }
  }

  private TaskId named() {
    List<String> ids = job.ids(Stream.ofNullable(id).toList());
    if (ids.size() != 1) {
      String why = ids.isEmpty() ? "name an ID" : "explain is about one ID, and these are two";
      throw new ParameterException(spec.commandLine(), why);
    }
    return TaskIds.read(ids, spec.commandLine()).get(0);
  }
}
