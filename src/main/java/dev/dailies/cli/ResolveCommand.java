package dev.dailies.cli;

import dev.dailies.cli.ask.Adoption;
import dev.dailies.cli.ask.Adoption.Adopted;
import dev.dailies.cli.ask.Confirmation;
import dev.dailies.cli.ask.Decision;
import dev.dailies.cli.ask.DoubtWalk;
import dev.dailies.cli.watch.Terminals;
import dev.dailies.cli.words.DoubtLines;
import dev.dailies.cli.words.DoubtList;
import dev.dailies.cli.words.Formats;
import dev.dailies.cli.words.JsonLines;
import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.settle.CannotSettleException;
import dev.dailies.job.settle.Doubts;
import dev.dailies.job.settle.KnownTickets;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.provider.Price;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "Decides tasks in doubt, one by one with you or by a flag; or lets go of tasks that were"
          + " taken and do not end.",
      "Looks once at the ticket of --adopt, which is free, and asks nothing else of any provider.",
      "What was decided is done by the next run."
    })
final class ResolveCommand implements Callable<Integer> {

  private static final int MOST = 10;

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Shots, as in shot-001, or tasks, as in shot-001@2.")
  private List<String> ids = List.of();

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Decision decision;

  @Option(names = "--all", description = "Every task in doubt.")
  private boolean all;

  @Option(
      names = "--stuck",
      description =
          "Every task that was taken and does not end: it is older than the deadline, or the last"
              + " run could not see it.")
  private boolean stuck;

  @Option(
      names = {"-y", "--yes"},
      description =
          "Does not ask: for --all, --stuck, and a ticket that the provider does not know.")
  private boolean yes;

  @Spec private CommandSpec spec;

  private @Nullable Confirmation person;

  /** Takes answers from there instead of the terminal. */
  void askAt(Confirmation other) {
    person = other;
  }

  @Override
  public Integer call() {
    ids = job.ids(ids);
    checkArguments();
    List<TaskId> named = TaskIds.read(ids, spec.commandLine());
    try (JobContext context = ExistingJob.open(job.setup())) {
      Doubts doubts = context.openToSettle().doubts();
      if (decision == null) {
        return askAbout(named.isEmpty() ? doubts.all() : doubts.named(named), doubts, context);
      }
      List<TaskView> chosen = chosen(named, doubts, decision);
      int left = isAgreedTo(chosen, decision) ? resolve(chosen, doubts, decision) : 0;
      if (!job.isJson()) {
        tellTheRest(chosen.isEmpty(), doubts.all());
      }
      out().flush();
      return left == 0 ? 0 : ExitCode.INPUT.code();
    }
  }

  /** Goes through them with a person; where nobody is there it lists them. */
  private int askAbout(List<TaskView> open, Doubts doubts, JobContext context) {
    KnownTickets known = job.isJson() ? KnownTickets.NONE : doubts.knownBeside(open);
    DoubtLines lines = new DoubtLines(context.doubtSheet(), job::command, known);
    Confirmation asked = person();
    if (job.isJson()) {
      new DoubtList(lines).printJson(open, out());
    } else if (open.isEmpty()) {
      out().println("Nothing is in doubt");
    } else if (asked == null) {
      new DoubtList(lines).print(open, out());
    } else {
      int settled = new DoubtWalk(doubts, lines, asked, out()).through(open);
      out().println();
      out().println(settled + " of " + Count.of(open.size(), "doubt") + " settled");
      tellTheRest(false, doubts.all());
    }
    out().flush();
    return doubts.all().isEmpty() ? 0 : ExitCode.IN_DOUBT.code();
  }

  private void checkArguments() {
    if (decision == null) {
      if (stuck) {
        throw usage("--stuck needs --give-up or --resubmit");
      }
      if (all && !ids.isEmpty()) {
        throw usage("name an ID, or --all, and not both");
      }
      return;
    }
    int ways = (all ? 1 : 0) + (stuck ? 1 : 0) + (ids.isEmpty() ? 0 : 1);
    if (ways != 1) {
      throw usage("name an ID, or --all, or --stuck, and not two of them");
    }
    if (ids.isEmpty() && decision.isUndo()) {
      throw usage("--undo is about single tasks: name their IDs");
    }
    if (ids.size() != 1 && decision.isAboutOneTask()) {
      throw usage("--adopt is about one task: name its ID and no other");
    }
  }

  /** If one of those that are named is refused, nothing is decided. */
  private List<TaskView> chosen(List<TaskId> named, Doubts doubts, Decision decision) {
    if (all) {
      return doubts.all();
    }
    if (decision.isUndo()) {
      return doubts.decided(named);
    }
    return stuck ? doubts.allStuck() : doubts.named(named);
  }

  /** Returns how many of the tasks could not be settled. */
  private int resolve(List<TaskView> chosen, Doubts doubts, Decision decision) {
    int left = 0;
    for (TaskView view : chosen) {
      try {
        settle(view, doubts, decision);
      } catch (CannotSettleException why) {
        spec.commandLine().getErr().println("dailies: " + why.getMessage());
        left++;
      }
    }
    return left;
  }

  private void settle(TaskView view, Doubts doubts, Decision decision) {
    String ticket = decision.ticket();
    if (ticket == null) {
      tell(view, decision.applyTo(view, doubts), decision, null);
    } else {
      Adopted adopted = new Adoption(doubts, person(), yes).adopt(view, ticket);
      tell(view, adopted.task(), decision, adopted);
    }
  }

  /** Null if nobody is there to be asked. */
  private @Nullable Confirmation person() {
    if (person == null && Terminals.isTerminal() && !job.isJson()) {
      person = Confirmation.ofTerminal(spec.commandLine().getErr());
    }
    return person;
  }

  /** Who names a task has decided about it. */
  private boolean isAgreedTo(List<TaskView> chosen, Decision decision) {
    if (yes || chosen.isEmpty() || !ids.isEmpty()) {
      return true;
    }
    Confirmation asked = person();
    if (asked == null) {
      throw usage("%s needs --yes where nobody can be asked".formatted(all ? "--all" : "--stuck"));
    }
    String question = decision.question(stuck, chosen.size(), Formats.cost(cost(chosen)));
    return asked.isGivenTo(question);
  }

  private void tell(TaskView before, Task after, Decision decision, @Nullable Adopted adopted) {
    if (job.isJson()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("task", after.name());
      line.put("state", after.state());
      line.put("may_have_cost_usd", price(before).map(Price::usd).orElse(null));
      if (adopted != null) {
        line.put("ticket", adopted.ticket());
        line.put("look", adopted.sight().kind());
      }
      line.put("next", next());
      JsonLines.print("resolved", line, out());
      return;
    }
    if (adopted != null) {
      out().println(adopted.told());
      return;
    }
    if (decision.isUndo()) {
      out().println(after.name() + " is " + Formats.state(after.state()) + " again, as before.");
      return;
    }
    String cost = price(before).map(Price::usd).map(Amounts::dollars).orElse("unknown price");
    out()
        .println(
            "%s: %s (attempt %d, %s)"
                .formatted(
                    after.name(),
                    decision.told(before.task().state() == TaskState.SUBMITTED),
                    before.task().attempts(),
                    cost));
  }

  private void tellTheRest(boolean wereNone, List<TaskView> doubtful) {
    if (stuck && wereNone) {
      out().println("No task is stuck: what is being made may still end by itself.");
    }
    if (!doubtful.isEmpty()) {
      List<String> first = doubtful.stream().limit(MOST).map(view -> view.task().name()).toList();
      String names = Formats.names(first, doubtful.size());
      out().println(doubtful.size() + " still in doubt: " + names);
    } else if (all) {
      out().println("Nothing is in doubt");
    }
    out().println("Next: " + (doubtful.isEmpty() ? next() : job.command("resolve", "")));
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
