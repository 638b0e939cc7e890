package dev.dailies.cli;

import dev.dailies.cli.words.JsonLines;
import dev.dailies.cli.words.ReconciledFields;
import dev.dailies.cli.words.ReconciledText;
import dev.dailies.job.JobContext;
import dev.dailies.job.reconcile.Reconciled;
import dev.dailies.job.run.ExitCode;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Submission;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds what was spent against what the providers say. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows what was spent beside what the providers say that they have charged.",
      "By day and model, with the tasks that may explain a difference. Exit 3 if they differ.",
      "Changes nothing, sends nothing that costs."
    })
final class ReconcileCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Option(
      names = "--since",
      paramLabel = "DAY",
      description =
          "The first day, as in 2026-11-30 (default: that of the folder's first task, within the"
              + " last 90 days).")
  private @Nullable String since;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LocalDate day = day();
    PrintWriter out = spec.commandLine().getOut();
    try (JobContext context = ExistingJob.openToAsk(job.setup(), spec.commandLine().getErr())) {
      List<Reconciled> all = context.reconciliation().reconcile(day);
      boolean isSimulated = context.queries().isSimulated();
      ExitCode code = code(all);
      if (job.isJson()) {
        new ReconciledFields(job::command)
            .lines(all, isSimulated, code.code())
            .forEach(line -> JsonLines.print(line, out));
      } else {
        new ReconciledText(isSimulated, job::command).print(all, out);
        out.flush();
      }
      return code.code();
    }
  }

  private @Nullable LocalDate day() {
    try {
      return since == null ? null : LocalDate.parse(since);
    } catch (DateTimeException noDay) {
      throw new ParameterException(
          spec.commandLine(), "--since must be a day as in 2026-11-30, was '" + since + "'", noDay);
    }
  }

  /** When several apply, the one that would win in a run. */
  private static ExitCode code(List<Reconciled> all) {
    return all.stream()
        .map(ReconcileCommand::code)
        .min(Comparator.naturalOrder())
        .orElse(ExitCode.OK);
  }

  private static ExitCode code(Reconciled one) {
    if (one.obstacle() == null) {
      return one.differs() ? ExitCode.SOME_FAILED : ExitCode.OK;
    }
    if (!(one.obstacle() instanceof Submission.Halt halt)) {
      return ExitCode.UNAVAILABLE;
    }
    return halt.cause() == HaltCause.CREDENTIALS ? ExitCode.CREDENTIALS : ExitCode.ACCOUNT;
  }
}
