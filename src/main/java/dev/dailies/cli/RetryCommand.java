package dev.dailies.cli;

import dev.dailies.cli.words.LostClips;
import dev.dailies.cli.words.NextStep;
import dev.dailies.cli.words.PlannedList;
import dev.dailies.cli.words.RetryTally;
import dev.dailies.cli.words.RowEdit;
import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.settle.Retried;
import dev.dailies.job.settle.Retries;
import dev.dailies.job.settle.RetryChoice;
import dev.dailies.ledger.FailureClass;
import dev.dailies.report.RowTakes;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.ShellWord;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans again what failed for good. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plans again what failed for good; the next run sends it, and it is paid again.",
      "Without an ID, a class or a code: what may succeed unchanged (transient), and what only has"
          + " to be fetched again, which is free (undelivered). What moderation turned down is"
          + " repeated only by its ID with --class=moderation, and only where another take of the"
          + " same request was made; else its row has to be edited."
    })
final class RetryCommand implements Callable<Integer> {

  private static final String ALL = "all";

  /** What moderation turned down is repeated only where that is written out. */
  private static final Set<FailureClass> ALL_BUT_MODERATION =
      EnumSet.complementOf(EnumSet.of(FailureClass.MODERATION));

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Shots, as in shot-001, or tasks, as in shot-001@2.")
  private List<String> ids = List.of();

  @Option(
      names = "--class",
      split = ",",
      paramLabel = "CLASS",
      description = "transient, moderation, input, lost, undelivered, other, or all.")
  private List<String> classes = List.of();

  @Option(
      names = "--code",
      paramLabel = "PREFIX",
      description = "Only those whose reason code begins so, as in INTERNAL.")
  private @Nullable String code;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Says what would be repeated, and changes nothing.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ids = job.ids(ids);
    RetryChoice choice =
        new RetryChoice(TaskIds.read(ids, spec.commandLine()), chosenClasses(), checkedCode());
    PrintWriter out = spec.commandLine().getOut();
    RetryTally tally = new RetryTally(dryRun, job.isJson(), out);
    JobSetup setup = job.setup();
    try (JobContext context = ExistingJob.open(setup)) {
      tellList(setup, context, out);
      tellEach(context.openToSettle().retries(), choice, tally);
      String takes = RowTakes.of(context.queries(), tally.toEdit()).aside();
      tally.printEnd(
          tally.isEmpty()
              ? asItStands(setup, context)
              : next(tally, takes, RowEdit.of(setup, job::command)));
    }
    boolean unheard = !ids.isEmpty() && !tally.hasRepeated();
    return unheard ? ExitCode.INPUT.code() : 0;
  }

  /** Whose rows are meant where none is named, unless that goes without saying. */
  private void tellList(JobSetup setup, JobContext context, PrintWriter out) {
    if (ids.isEmpty() && !job.isJson()) {
      PlannedList.of(setup, context).map(PlannedList::told).ifPresent(out::println);
    }
  }

  private void tellEach(Retries retries, RetryChoice choice, Consumer<Retried> reader) {
    if (dryRun) {
      retries.foresee(choice, reader);
    } else {
      retries.repeat(choice, reader);
    }
  }

  private Set<FailureClass> chosenClasses() {
    Set<FailureClass> chosen = EnumSet.noneOf(FailureClass.class);
    for (String name : classes) {
      chosen.addAll(name.equalsIgnoreCase(ALL) ? ALL_BUT_MODERATION : named(name));
    }
    return chosen;
  }

  private Set<FailureClass> named(String name) {
    return Arrays.stream(FailureClass.values())
        .filter(found -> found.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .map(EnumSet::of)
        .orElseThrow(() -> usage("there is no class '" + name + "'; write one of " + allClasses()));
  }

  private static String allClasses() {
    return Arrays.stream(FailureClass.values())
            .filter(one -> one != FailureClass.MODERATION)
            .map(found -> found.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "))
        + ", "
        + ALL;
  }

  private @Nullable String checkedCode() {
    if (code != null && code.isBlank()) {
      throw usage("--code names no code");
    }
    return code;
  }

  private String asItStands(JobSetup setup, JobContext context) {
    LostClips clips = new LostClips(context);
    return NextStep.of(setup, context, clips, PlannedList.of(setup, context), job::command);
  }

  /**
   * After a dry run the next command is the same without it.
   *
   * @param takes what becomes of those of the rows that have to be edited; may be empty
   */
  private String next(RetryTally tally, String takes, RowEdit edit) {
    if (dryRun && tally.hasRepeated()) {
      return job.command("retry", arguments());
    }
    String run = job.command("run", "");
    if (tally.isModerationAlone()) {
      return edit.told("prompt", tally.toEdit(), takes);
    }
    if (tally.hasRepeated() || tally.leavesOnlyLost()) {
      return run;
    }
    if (!tally.leavesWhatMaySucceed() && tally.madeByAnotherTake().isPresent()) {
      return job.command("retry", tally.madeByAnotherTake().get() + " --class=moderation");
    }
    if (!tally.isLeftAlone()) {
      return "put the rows back, then " + run;
    }
    if (tally.leavesWhatMaySucceed()) {
      return job.command("retry", "");
    }
    return tally.toEdit().isEmpty() ? "open the report" : edit.told("row", tally.toEdit(), takes);
  }

  private String arguments() {
    List<String> words = new ArrayList<>(ids);
    if (!classes.isEmpty()) {
      words.add("--class=" + String.join(",", classes));
    }
    if (code != null) {
      words.add("--code=" + code);
    }
    return words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
