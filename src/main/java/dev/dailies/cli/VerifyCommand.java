package dev.dailies.cli;

import dev.dailies.cli.words.JsonLines;
import dev.dailies.cli.words.KeptClips;
import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.settle.Verification.Difference;
import dev.dailies.job.settle.Verification.Tally;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks that all clips are still as they were delivered. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads every delivered file and compares it with the ledger and with its sidecar.",
      "Exit 3 if one is missing or not as it was delivered. Changes nothing."
    })
final class VerifyCommand implements Callable<Integer> {

  @Mixin private JobOptions job = new JobOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (JobContext context = ExistingJob.openToLook(job.setup(), spec.commandLine().getErr())) {
      Tally tally = context.verification().verify(difference -> tell(difference, out));
      ExitCode code = tally.differences() == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
      tellEnd(tally, kept(context.queries()), code, out);
      return code.code();
    }
  }

  private void tell(Difference difference, PrintWriter out) {
    if (job.isJson()) {
      JsonLines.print("difference", difference, out);
    } else {
      out.println(
          "%s  %s %s".formatted(difference.task(), difference.file(), difference.problem()));
    }
  }

  /** What of it today's manifest asks for, where that is not all. */
  private static String kept(TaskQueries queries) {
    Map<TaskState, Long> current = queries.countCurrent();
    String kept = KeptClips.told(current, queries.countAll());
    return kept.isEmpty()
        ? ""
        : " (%d delivered%s)".formatted(current.getOrDefault(TaskState.DELIVERED, 0L), kept);
  }

  private void tellEnd(Tally tally, String kept, ExitCode code, PrintWriter out) {
    if (job.isJson()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("files", tally.files());
      line.put("bytes", tally.bytes());
      line.put("differences", tally.differences());
      line.put("exit_code", code.code());
      JsonLines.print("verify", line, out);
    } else {
      out.println(
          "%s%s, %d bytes: %s"
              .formatted(
                  Count.of(tally.files(), "file"),
                  kept,
                  tally.bytes(),
                  tally.differences() == 0
                      ? "all as they were delivered"
                      : tally.differences() + " are not as they were delivered"));
      out.flush();
    }
  }
}
