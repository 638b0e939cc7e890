package dev.dailies.cli.words;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.ClipFiles;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.report.OutputWarning;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Tells of delivered clips that are no longer there, and of what came with a warning. */
public final class LostClips {

  private static final int MOST = 20;

  private final ClipFiles files;
  private final List<String> lost = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** Looks at every clip, and reads none. */
  public LostClips(JobContext context) {
    this.files = context.clipFiles();
    context.queries().forEach(this::look);
  }

  private void look(TaskView view) {
    if (view.task().state() != TaskState.DELIVERED) {
      return;
    }
    OutputWarning.of(view).forEach(warning -> warnings.add(view.task().name() + "  " + warning));
    for (Output output : view.outputs()) {
      DeliveredFile file = output.file();
      if (file != null) {
        files
            .problemAtAGlance(file)
            .ifPresent(
                problem ->
                    lost.add("%s  %s %s".formatted(view.task().name(), file.name(), problem)));
      }
    }
  }

  /** What is no longer there, one sentence each. */
  public List<String> lost() {
    return lost;
  }

  boolean areLost() {
    return !lost.isEmpty();
  }

  /** What there is to say of the rest, one sentence each. */
  List<String> warnings() {
    return warnings;
  }

  /**
   * Prints the first few, and what to type.
   *
   * @param fetch the command that brings files back
   */
  void print(String fetch, PrintWriter out) {
    print(warnings, out);
    print(lost, out);
    if (!lost.isEmpty()) {
      out.println(
          "Delivered clips are no longer there: "
              + fetch
              + " brings them back, free, as long as their provider has them");
    }
  }

  /** Prints the first few of the lost alone. */
  public static void print(List<String> lines, PrintWriter out) {
    lines.stream().limit(MOST).forEach(out::println);
    if (lines.size() > MOST) {
      out.println("… and " + (lines.size() - MOST) + " more, see verify");
    }
  }
}
