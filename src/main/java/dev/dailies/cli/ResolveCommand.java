package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.settle.CannotSettleException;
import dev.dailies.job.settle.Doubts;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.provider.Price;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles tasks in doubt, and those that do not end, by the decision of a person. */
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Decides a task in doubt, or all of them; or lets a task go that was taken and does not end.",
      "Asks nothing of any provider.",
      "What was decided is done by the next run."
    })
final class ResolveCommand implements Callable<Integer> {

  private static final int MOST = 10;

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      converter = TaskIds.class,
      description = "A shot, as in shot-001, or a task, as in shot-001@2.")
  private @Nullable TaskId id;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Decision decision = new Decision();

  @Option(names = "--all", description = "Every task in doubt.")
  private boolean all;

  @Option(
      names = {"-y", "--yes"},
      description = "With --all: does not ask.")
  private boolean yes;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    checkArguments();
    try (JobContext context = ExistingJob.open(job.setup())) {
      Doubts doubts = context.openToSettle().doubts();
      int left = id == null ? resolveAll(doubts) : resolve(doubts.named(id), doubts);
      if (!job.isJson()) {
        tellTheRest(doubts.all());
      }
      out().flush();
      return left == 0 ? 0 : ExitCode.INPUT.code();
    }
  }

  private void checkArguments() {
    if (all == (id != null)) {
      throw usage("name an ID, or --all, and not both");
    }
    if (all && decision.isAboutOneTask()) {
      throw usage("--adopt is about one task: name its ID instead of --all");
    }
  }

  private int resolve(TaskView doubtful, Doubts doubts) {
    tell(doubtful, decision.applyTo(doubtful, doubts));
    return 0;
  }

  /** Returns how many of the tasks could not be settled. */
  private int resolveAll(Doubts doubts) {
    List<TaskView> doubtful = doubts.all();
    if (doubtful.isEmpty() || !isAgreedTo(doubtful)) {
      return 0;
    }
    int left = 0;
    for (TaskView view : doubtful) {
      try {
        resolve(view, doubts);
      } catch (CannotSettleException why) {
        spec.commandLine().getErr().println("dailies: " + why.getMessage());
        left++;
      }
    }
    return left;
  }

  private boolean isAgreedTo(List<TaskView> doubtful) {
    if (yes) {
      return true;
    }
    if (!Terminals.isTerminal()) {
      throw usage("--all needs --yes where nobody can be asked");
    }
    String question = decision.question(doubtful.size(), Formats.cost(cost(doubtful)));
    return Confirmation.ofTerminal(spec.commandLine().getErr()).isGivenTo(question);
  }

  private void tell(TaskView before, Task after) {
    if (job.isJson()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("task", after.name());
      line.put("state", after.state());
      line.put("may_have_cost_usd", price(before).map(Price::usd).orElse(null));
      line.put("next", next());
      JsonLines.print("resolved", line, out());
      return;
    }
    String cost = price(before).map(Price::usd).map(Formats::dollars).orElse("unknown price");
    out()
        .println(
            "%s: %s (attempt %d, %s)"
                .formatted(
                    after.name(),
                    decision.told(before.task().state() == TaskState.SUBMITTED),
                    before.task().attempts(),
                    cost));
  }

  private void tellTheRest(List<TaskView> doubtful) {
    if (!doubtful.isEmpty()) {
      String names =
          doubtful.stream()
              .limit(MOST)
              .map(view -> view.task().name())
              .collect(Collectors.joining(", "));
      String more = doubtful.size() > MOST ? ", …" : "";
      out().println(doubtful.size() + " still in doubt: " + names + more);
    } else if (all) {
      out().println("Nothing is in doubt");
    }
    out().println("Next: " + next());
  }

  private static Cost cost(List<TaskView> doubtful) {
    return doubtful.stream()
        .map(view -> Cost.of(price(view).orElse(null)))
        .reduce(Cost.ZERO, Cost::plus);
  }

  private static Optional<Price> price(TaskView view) {
    return Optional.ofNullable(view.attempt()).map(SentAttempt::price);
  }

  private String next() {
    return job.command("run", "");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
