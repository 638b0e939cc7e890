package dev.dailies.cli;

import dev.dailies.cli.words.Formats;
import dev.dailies.cli.words.JsonLines;
import dev.dailies.job.recover.Found;
import dev.dailies.job.run.ExitCode;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.PaidTake;
import dev.dailies.text.Count;
import dev.dailies.text.Times;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what a recovery has found, what it has done, and what it cannot know. */
final class RecoveryText {

  private final JobOptions job;
  private final boolean dryRun;
  private final PrintWriter out;
  private boolean isWithoutJournal;

  RecoveryText(JobOptions job, boolean dryRun, PrintWriter out) {
    this.job = job;
    this.dryRun = dryRun;
    this.out = out;
  }

  /**
   * The copy that is put back, or would be.
   *
   * @param journal true if the journal tells what was sent since
   */
  void tellCopy(String copy, boolean done, boolean journal) {
    isWithoutJournal = done && !journal;
    if (job.isJson()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("copy", copy);
      line.put("put_back", done);
      JsonLines.print("ledger_copy", line, out);
    } else if (done) {
      out.println("The ledger was gone or harmed: " + copy + " is put back");
    } else {
      out.println(
          "The ledger is gone or harmed. Its copy "
              + copy
              + " can be put back; nothing is changed yet.");
      out.println("Next: " + job.command("recover", ""));
    }
    out.flush();
  }

  String question(Found found) {
    return "Take %s in as paid for, %s?".formatted(tasks(found), Formats.cost(found.cost()));
  }

  /** All that the ledger does not know, task by task. */
  void tell(Found found) {
    found.forgotten().forEach(one -> tell(one.take()));
    found.left().forEach(this::tell);
    out.flush();
  }

  private void tell(PaidTake take) {
    List<String> files =
        take.outputs().stream()
            .map(Output::file)
            .filter(Objects::nonNull)
            .map(DeliveredFile::name)
            .toList();
    if (job.isJson()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("task", take.name());
      line.put("files", files);
      line.put("paid_usd", take.cost().usd());
      line.put("unpriced", take.cost().unpriced());
      JsonLines.print("forgotten", line, out);
    } else {
      out.println(
          "%s  %s, %s".formatted(take.name(), String.join(", ", files), Formats.cost(take.cost())));
    }
  }

  private void tell(Found.Left left) {
    if (job.isJson()) {
      JsonLines.print("left", left, out);
    } else {
      out.println("%s  stays as it is: %s".formatted(left.task(), left.reason()));
    }
  }

  /**
   * What was done, and what nobody here can know.
   *
   * @param taken how many tasks were taken in
   */
  ExitCode tellEnd(Found found, int taken) {
    boolean isAllKnown = found.left().isEmpty() && (dryRun || taken == found.forgotten().size());
    ExitCode code = isAllKnown ? ExitCode.OK : ExitCode.SOME_FAILED;
    boolean again = !isAllKnown || taken < found.forgotten().size();
    String next = job.command(again ? "recover" : "run", "");
    if (job.isJson()) {
      JsonLines.print("recover", fields(found, taken, code, next), out);
    } else {
      out.println(total(found, taken));
      if (isWithoutJournal || !found.isNothing()) {
        out.println(unknown(found.lastSent()));
      }
      out.println("Next: " + next);
    }
    out.flush();
    return code;
  }

  private Map<String, @Nullable Object> fields(Found found, int taken, ExitCode code, String next) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("dry_run", dryRun);
    line.put("forgotten", found.forgotten().size());
    line.put("taken_in", taken);
    line.put("left", found.left().size());
    line.put("paid_usd", found.cost().usd());
    line.put("unpriced", found.cost().unpriced());
    Instant lastSent = found.lastSent();
    line.put("last_sent", lastSent == null ? null : lastSent.toString());
    line.put("exit_code", code.code());
    line.put("next", next);
    return line;
  }

  private String total(Found found, int taken) {
    if (found.isNothing()) {
      return "The ledger knows every clip that a sidecar tells of";
    }
    String left = found.left().isEmpty() ? "" : "; " + left(found.left().size());
    if (found.forgotten().isEmpty()) {
      return "Nothing can be taken in" + left;
    }
    if (taken == 0) {
      return "Nothing changed; %s can be taken in, %s%s"
          .formatted(tasks(found), Formats.cost(found.cost()), left);
    }
    return taken < found.forgotten().size()
        ? "Took in %d of %s as paid%s".formatted(taken, tasks(found), left)
        : "Took in %s as paid, %s%s".formatted(tasks(found), Formats.cost(found.cost()), left);
  }

  private static String left(int tasks) {
    return tasks == 1 ? "1 stays as it is" : tasks + " stay as they are";
  }

  private static String tasks(Found found) {
    return Count.of(found.forgotten().size(), "task");
  }

  private static String unknown(@Nullable Instant lastSent) {
    return "Not known: what was in flight when the ledger was lost, and "
        + (lastSent == null ? "has no clip here" : "sent after " + Times.second(lastSent))
        + ". Look for it in the provider's console before the next run, which sends such rows"
        + " again";
  }
}
