package dev.dailies.report;

import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.Times;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a person can do about a task.
 *
 * @param text in one or two sentences
 * @param commands to copy, of which one is chosen
 */
public record Advice(String text, List<String> commands) {

  private static final String SENT = "it is sent{, and paid,} once more";

  /** Stands in a text for when the task was sent; no name and no address holds it. */
  static final String SENT_AT = "\1";

  /** What is said of money stands in braces. */
  private static final Pattern MONEY = Pattern.compile("\\{([^{}]*)}");

  /**
   * What can be done as things stand.
   *
   * @param name of the task as the commands take it
   * @param line the words to type for a command and its arguments
   * @param places where to look, by the provider's name
   */
  public static Advice on(
      TaskView view, String name, BinaryOperator<String> line, Function<String, Place> places) {
    return on(view, name, line, places, "");
  }

  /**
   * The same of a task whose row may have several takes.
   *
   * @param takes what becomes of them if the row is edited; empty if there is no other
   */
  public static Advice on(
      TaskView view,
      String name,
      BinaryOperator<String> line,
      Function<String, Place> places,
      String takes) {
    Advice advice = onAnyClock(view, name, line, places, takes);
    String sentAt = new Entry(view).submittedAt().map(Times::day).orElse("");
    return new Advice(advice.text().replace(SENT_AT, sentAt), advice.commands());
  }

  /** The same with {@link #SENT_AT} in place of a time, for somebody whose clock is not known. */
  static Advice onAnyClock(
      TaskView view,
      String name,
      BinaryOperator<String> line,
      Function<String, Place> places,
      String takes) {
    TaskState state = view.task().state();
    if (state == TaskState.IN_DOUBT) {
      Entry entry = new Entry(view);
      String sentAt = entry.submittedAt().isPresent() ? SENT_AT : "";
      String text = places.apply(entry.provider()).advice(sentAt);
      return onDoubt(text, decision -> line.apply("resolve", name + " --" + decision));
    }
    Advice advice = onSettled(view, name, line, takes.isEmpty() ? SENT : takes);
    return new Advice(told(advice.text(), new Entry(view).isFree()), advice.commands());
  }

  /** The text, without what stands in braces if there is nothing to pay. */
  static String told(String marked, boolean free) {
    return MONEY.matcher(marked).replaceAll(free ? "" : "$1");
  }

  private static Advice onSettled(
      TaskView view, String name, BinaryOperator<String> line, String sent) {
    String run = line.apply("run", "");
    return FailureClass.of(view)
        .map(
            failureClass ->
                failureClass == FailureClass.UNDELIVERED
                    ? onUndelivered(line.apply("fetch", name), line.apply("redo", name))
                    : onFailure(failureClass, run, line.apply("retry", name), sent))
        .orElseGet(() -> on(view.task().state(), run));
  }

  private static Advice onUndelivered(String fetch, String redo) {
    return new Advice(
        "It was generated{ and is paid for}. Fetch it again{, which is free}. To have it made"
            + " again,{ and paid again,} use redo.",
        List.of(fetch, redo));
  }

  /**
   * What can be done about a clip that is no longer as it was delivered.
   *
   * @param problem goes on behind the file's name
   */
  public static Advice onLost(String problem, String fetch) {
    return new Advice(
        "It was delivered, but %s. Fetch it again, which is free as long as its provider has it."
            .formatted(problem),
        List.of(fetch));
  }

  /** What can be done about a task in flight that does not end, or that nobody can see. */
  public static Advice onStuck(String name, BinaryOperator<String> line) {
    return new Advice(
        "The provider took it, and it has not ended. Every run looks again, which is free. To let"
            + " it go, give it up; to have it made again, and paid twice, have it sent again.",
        List.of(
            line.apply("run", ""),
            line.apply("resolve", name + " --give-up"),
            line.apply("resolve", name + " --resubmit")));
  }

  /** What can be done about a ticket that a person has found, and no run has seen. */
  public static Advice onFoundTicket(boolean isLost, String name, BinaryOperator<String> line) {
    String otherwise = isLost ? "have it sent again" : "take that back";
    return new Advice(
        "Every run looks at the ticket that a person found, which is free. If it is the wrong one,"
            + " adopt another, or "
            + otherwise
            + ".",
        List.of(
            line.apply("run", ""),
            line.apply("resolve", name + " --adopt TICKET"),
            line.apply("resolve", name + (isLost ? " --resubmit" : " --undo"))));
  }

  /** What can be done about a failure whose row was edited in another list, and delivered. */
  public static Advice onDeliveredAnew(String delivered, BinaryOperator<String> line) {
    return new Advice(
        "An edited row of it was delivered as %s. Make the same change in the list and run: it is"
                .formatted(delivered)
            + " not sent again.",
        List.of(line.apply("run", "")));
  }

  /** What can be done about a take that moderation turned down where another one was made. */
  public static Advice onTurnedDownOnce(String take, BinaryOperator<String> line) {
    return new Advice(
        "Moderation turned this take down; another take of the same request was made. To have this"
            + " one made as well, plan it again and run.",
        List.of(line.apply("retry", take + " --class=moderation")));
  }

  static Advice onFailure(FailureClass failureClass, String run, String retry) {
    return onFailure(failureClass, run, retry, SENT);
  }

  /**
   * @param sent what a run does once the row is edited
   */
  private static Advice onFailure(
      FailureClass failureClass, String run, String retry, String sent) {
    return switch (failureClass) {
      case TRANSIENT ->
          new Advice(
              "The same request may succeed. Plan it again and run: it is sent{, and paid,} once"
                  + " more.",
              List.of(retry));
      case MODERATION ->
          new Advice(
              "Moderation turned it down, and may again. Edit the row and run again: " + sent + ".",
              List.of(run));
      case INPUT, OTHER ->
          new Advice(
              "Edit the row and run again: "
                  + sent
                  + ". To have it sent again as it is, plan it again first.",
              List.of(run, retry));
      case LOST ->
          new Advice(
              "The provider no longer knows its ticket. Every run looks again{, which is free}. To"
                  + " have it made again{, and perhaps pay twice where the provider charges}, plan"
                  + " it again.",
              List.of(run, retry));
      case UNDELIVERED -> throw new IllegalStateException("has advice of its own");
    };
  }

  private static Advice onDoubt(String text, UnaryOperator<String> resolve) {
    return new Advice(
        text,
        List.of(
            resolve.apply("adopt TICKET"), resolve.apply("resubmit"), resolve.apply("give-up")));
  }

  private static Advice on(TaskState state, String run) {
    return switch (state) {
      case REJECTED -> new Advice("Nothing was sent. Correct the row and run again.", List.of(run));
      case WITHDRAWN ->
          new Advice(
              "Its row is no longer in the manifest. Put it back and run again.", List.of(run));
      case DELIVERED -> new Advice("nothing to do; its clip is here.", List.of());
      case PLANNED, SUBMITTING, SUBMITTED, SUCCEEDED ->
          new Advice("Run: it goes on from here.", List.of(run));
      case FAILED, CANCELLED, LOST, UNDELIVERED, IN_DOUBT ->
          throw new IllegalStateException("has advice of its own: " + state);
    };
  }
}
