package dev.dailies.cli;

import dev.dailies.cli.words.EarlierClips;
import dev.dailies.cli.words.JsonLines;
import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.settle.Verification.Difference;
import dev.dailies.job.settle.Verification.Tally;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.report.HumanUnits;
import dev.dailies.text.Count;
import dev.dailies.text.ShellWord;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  /** So many tasks at most stand in the next command; the same again names the others. */
  private static final int MOST = 50;

  @Mixin private JobOptions job = new JobOptions();

  @Spec private CommandSpec spec;

  private final Set<String> toFetch = new LinkedHashSet<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (JobContext context = ExistingJob.openToLook(job.setup(), spec.commandLine().getErr())) {
      Tally tally = context.verification().verify(difference -> tell(difference, out));
      ExitCode code = tally.differences() == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
      tellEnd(tally, earlier(context.queries()), code, out);
      return code.code();
    }
  }

  private void tell(Difference difference, PrintWriter out) {
    if (difference.fetch() && toFetch.size() < MOST) {
      toFetch.add(difference.task());
    }
    if (job.isJson()) {
      JsonLines.print("difference", difference, out);
    } else {
      out.println(
          "%s  %s %s".formatted(difference.task(), difference.file(), difference.problem()));
    }
  }

  /** What of it today's manifest asks for, where that is not all. */
  private static String earlier(TaskQueries queries) {
    Map<TaskState, Long> current = queries.countCurrent();
    String earlier = EarlierClips.told(current, queries.countAll());
    return earlier.isEmpty()
        ? ""
        : " (%d delivered%s)".formatted(current.getOrDefault(TaskState.DELIVERED, 0L), earlier);
  }

  private void tellEnd(Tally tally, String earlier, ExitCode code, PrintWriter out) {
    if (job.isJson()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("files", tally.files());
      line.put("bytes", tally.bytes());
      line.put("differences", tally.differences());
      line.put("exit_code", code.code());
      JsonLines.print("verify", line, out);
    } else {
      out.println(
          "%s%s, %s: %s"
              .formatted(
                  Count.of(tally.files(), "file"),
                  earlier,
                  HumanUnits.size(tally.bytes()),
                  told(tally.differences())));
      if (!toFetch.isEmpty()) {
        String tasks = toFetch.stream().map(ShellWord::of).collect(Collectors.joining(" "));
        out.println("Next: " + job.command("fetch", tasks));
      }
      out.flush();
    }
  }

  private static String told(long differences) {
    if (differences == 0) {
      return "all as they were delivered";
    }
    return differences == 1
        ? "1 is not as it was delivered"
        : differences + " are not as they were delivered";
  }
}
