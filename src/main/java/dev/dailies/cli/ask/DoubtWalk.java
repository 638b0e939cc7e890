package dev.dailies.cli.ask;

import dev.dailies.cli.words.DoubtLines;
import dev.dailies.job.settle.CannotSettleException;
import dev.dailies.job.settle.Doubts;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Goes through doubts one by one with a person at a terminal. Each answer is kept at once. */
public final class DoubtWalk {

  private static final String LEGEND =
      """
        a  it is there: adopt its ticket
        n  it is not there: the next run sends it again%s
        g  give it up%s
        s  skip it
        q  leave
      """;
  private static final String LEAVE = "q";

  /** No word that people type here is as long. */
  private static final int SHORTEST_TICKET = 16;

  private final Doubts doubts;
  private final DoubtLines lines;
  private final Confirmation person;
  private final PrintWriter out;
  private int settled;

  /** Asks this person, and says on this output what became of each doubt. */
  public DoubtWalk(Doubts doubts, DoubtLines lines, Confirmation person, PrintWriter out) {
    this.doubts = doubts;
    this.lines = lines;
    this.person = person;
    this.out = out;
  }

  /** Asks about each of them, and returns how many were settled. */
  public int through(List<TaskView> open) {
    out.println(Count.of(open.size(), "doubt") + " to settle:");
    legend(open);
    int asked = 0;
    boolean goesOn = true;
    while (goesOn && asked < open.size()) {
      TaskView view = open.get(asked++);
      out.println();
      out.println("%d of %d".formatted(asked, open.size()));
      lines.whole(view).forEach(out::println);
      goesOn = isAnswered(view);
    }
    return settled;
  }

  /** What the letters mean. */
  private void legend(List<TaskView> open) {
    LEGEND
        .formatted(pays(open, ", and pays"), pays(open, ", paid or not"))
        .lines()
        .forEach(out::println);
  }

  /** Words of money, where not all that is open is free for certain. */
  private static String pays(List<TaskView> open, String words) {
    Cost cost =
        open.stream().map(view -> Cost.of(view.task().price())).reduce(Cost.ZERO, Cost::plus);
    return cost.unpriced() == 0 && cost.usd().signum() == 0 ? "" : words;
  }

  /** Asks until there is an answer; false if the person leaves. */
  private boolean isAnswered(TaskView view) {
    String answer = ask();
    while (!isDone(answer, view)) {
      answer = ask();
    }
    return !answer.equalsIgnoreCase(LEAVE);
  }

  private String ask() {
    out.flush();
    return person.answerTo("a, n, g, s or q: ").orElse(LEAVE);
  }

  private boolean isDone(String answer, TaskView view) {
    return switch (answer.toLowerCase(Locale.ROOT)) {
      case LEAVE, "s" -> true;
      case "a" -> isSettled(() -> adopted(view, ticket()));
      case "n" -> isSettled(() -> told(doubts.resubmit(view), Decision.toldAgain(isTaken(view))));
      case "g" -> isSettled(() -> told(doubts.giveUp(view), Decision.toldGivenUp(isTaken(view))));
      default -> {
        // After a ticket that was refused people paste the right one.
        if (answer.length() >= SHORTEST_TICKET) {
          yield isSettled(() -> adopted(view, answer));
        }
        legend(List.of(view));
        yield false;
      }
    };
  }

  /** False if the decision was refused. */
  private boolean isSettled(Supplier<String> decision) {
    try {
      out.println(decision.get());
      settled++;
      return true;
    } catch (CannotSettleException why) {
      out.println(why.getMessage());
      return false;
    }
  }

  private String ticket() {
    out.flush();
    return person.answerTo("Its ticket: ").orElse("");
  }

  private String adopted(TaskView view, String ticket) {
    return new Adoption(doubts, person, false).adopt(view, ticket).told();
  }

  private static String told(Task after, String told) {
    return after.name() + ": " + told;
  }

  private static boolean isTaken(TaskView view) {
    return view.task().state() == TaskState.SUBMITTED;
  }
}
