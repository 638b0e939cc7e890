package dev.dailies.cli.words;

import dev.dailies.ledger.TaskView;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.util.List;

/** Lists doubts where nobody can be asked, with what can be typed about each. */
public final class DoubtList {

  private static final int MOST = 50;

  private final DoubtLines lines;

  /** Says each doubt in these lines. */
  public DoubtList(DoubtLines lines) {
    this.lines = lines;
  }

  /** Prints the doubts for a person. */
  public void print(List<TaskView> open, PrintWriter out) {
    out.println(Count.of(open.size(), "doubt") + " to settle:");
    open.stream()
        .limit(MOST)
        .forEach(
            view -> {
              out.println();
              lines.whole(view).forEach(out::println);
              lines.commands(view).forEach(command -> out.println("    " + command));
            });
    if (open.size() > MOST) {
      out.println();
      out.println("… and " + (open.size() - MOST) + " more, all in results.csv");
    }
  }

  /** Prints the doubts for a program, one line each. */
  public void printJson(List<TaskView> open, PrintWriter out) {
    open.forEach(view -> JsonLines.print("doubt", lines.told(view), out));
  }
}
