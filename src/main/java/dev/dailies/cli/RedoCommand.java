package dev.dailies.cli;

import dev.dailies.cli.ask.Consent;
import dev.dailies.cli.watch.Terminals;
import dev.dailies.cli.words.Formats;
import dev.dailies.cli.words.JsonLines;
import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.settle.Redos;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.Count;
import dev.dailies.text.ShellWord;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans clips again that are there. */
@Command(
    name = "redo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plans clips again that are there; the next run makes them, and they are paid again.",
      "The old clips are kept. What failed is repeated by retry."
    })
final class RedoCommand implements Callable<Integer> {

  private static final int MOST = 50;

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Shots, as in shot-001, with all their takes, or one take, as in shot-001@2.")
  private List<String> ids = List.of();

  @Option(
      names = "--all-changed",
      description = "Every clip that was made by another workflow than today's.")
  private boolean allChanged;

  @Mixin private Consent consent = new Consent();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ids = job.ids(ids);
    if (allChanged != ids.isEmpty()) {
      throw usage("name an ID, or --all-changed, and not both");
    }
    try (JobContext context = ExistingJob.open(job.setup())) {
      Redos redos = context.openToSettle().redos();
      Redos.Chosen chosen =
          allChanged ? redos.changed() : redos.named(TaskIds.read(ids, spec.commandLine()));
      boolean agreed =
          !consent.isDryRun() && !chosen.tasks().isEmpty() && isAgreedTo(chosen.tasks());
      if (agreed) {
        chosen.tasks().forEach(redos::again);
      }
      tell(chosen, agreed);
    }
    return ExitCode.OK.code();
  }

  /**
   * To name clips is decision enough where nobody can be asked, but for those that were made again
   * already: the same command may only have been typed twice.
   */
  private boolean isAgreedTo(List<TaskView> tasks) {
    Optional<String> again =
        tasks.stream()
            .map(TaskView::task)
            .filter(task -> task.revision() > 1)
            .map(Task::name)
            .findFirst();
    if (!allChanged && again.isEmpty() && !Terminals.isTerminal()) {
      return true;
    }
    String question = "Make %s again, %s?".formatted(Count.of(tasks.size(), "clip"), price(tasks));
    String what =
        again.map(name -> name + " was made again already; once more").orElse("--all-changed");
    return consent.isGivenTo(question, what, spec);
  }

  private void tell(Redos.Chosen chosen, boolean agreed) {
    PrintWriter out = spec.commandLine().getOut();
    if (job.isJson()) {
      JsonLines.print("redo", fields(chosen, agreed), out);
    } else {
      lines(chosen, agreed).forEach(out::println);
    }
    out.flush();
  }

  private Map<String, Object> fields(Redos.Chosen chosen, boolean agreed) {
    Cost expected = expected(chosen.tasks());
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("dry_run", consent.isDryRun());
    line.put("made_again", agreed || consent.isDryRun() ? chosen.tasks().size() : 0);
    line.put("expected_usd", expected.usd());
    line.put("unpriced", expected.unpriced());
    line.put("waiting", chosen.waiting());
    line.put("next", next(chosen, agreed));
    return line;
  }

  private Stream<String> lines(Redos.Chosen chosen, boolean agreed) {
    List<TaskView> tasks = chosen.tasks();
    Stream<String> names =
        tasks.stream().limit(MOST).map(view -> view.task().name() + "  " + state(view));
    Stream<String> more =
        tasks.size() > MOST ? Stream.of("… and " + (tasks.size() - MOST) + " more") : Stream.of();
    Stream<String> waiting =
        chosen.waiting() > 0
            ? Stream.of(
                "%s planned already; the next run makes %s"
                    .formatted(
                        Count.of(chosen.waiting(), "clip")
                            + (chosen.waiting() == 1 ? " is" : " are"),
                        chosen.waiting() == 1 ? "it" : "them"))
            : Stream.of();
    Stream<String> end = Stream.of(total(tasks, agreed), "Next: " + next(chosen, agreed));
    return Stream.of(names, more, waiting, end).flatMap(lines -> lines);
  }

  private String total(List<TaskView> tasks, boolean agreed) {
    if (tasks.isEmpty()) {
      return "Nothing more to make again";
    }
    String clips = Count.of(tasks.size(), "clip");
    return agreed
        ? "The next run makes %s again, %s; the old %s kept"
            .formatted(clips, price(tasks), tasks.size() == 1 ? "clip is" : "clips are")
        : "Nothing changed; %s would be made again, %s".formatted(clips, price(tasks));
  }

  private static String state(TaskView view) {
    return Formats.state(view.task().state());
  }

  private static String price(List<TaskView> tasks) {
    Cost cost = expected(tasks);
    return cost.unpriced() == tasks.size()
        ? "at an unknown price"
        : "for " + Amounts.dollars(cost.usd()) + Formats.unpriced(" ", cost.unpriced(), "clip");
  }

  private static Cost expected(List<TaskView> tasks) {
    return tasks.stream().map(view -> Cost.of(view.task().price())).reduce(Cost.ZERO, Cost::plus);
  }

  /** Until it is agreed, the next command is the same again, for good. */
  private String next(Redos.Chosen chosen, boolean agreed) {
    String words =
        allChanged
            ? "--all-changed"
            : ids.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    return agreed || chosen.tasks().isEmpty() ? job.command("run", "") : job.command("redo", words);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
