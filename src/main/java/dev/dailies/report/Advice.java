package dev.dailies.report;

import dev.dailies.ledger.Account;
import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.TaskState;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * What a person can do about a task.
 *
 * @param text in one or two sentences
 * @param commands to copy, of which one is chosen
 */
public record Advice(String text, List<String> commands) {

  /**
   * What can be done as things stand.
   *
   * @param name of the task as the commands take it
   * @param line the words to type for a command and its arguments
   */
  public static Advice on(Account account, String name, BinaryOperator<String> line) {
    String run = line.apply("run", "");
    String retry = line.apply("retry", name);
    return FailureClass.of(account)
        .map(failureClass -> onFailure(failureClass, run, retry))
        .orElseGet(() -> on(account, run, decision -> line.apply("resolve", name + decision)));
  }

  private static Advice onFailure(FailureClass failureClass, String run, String retry) {
    return switch (failureClass) {
      case TRANSIENT ->
          new Advice(
              "The same request may succeed. Plan it again and run: it is sent, and paid, once more.",
              List.of(retry));
      case MODERATION ->
          new Advice(
              "Moderation turned it down, and would again. Edit the row and run again: it is sent,"
                  + " and paid, once more.",
              List.of(run));
      case INPUT, OTHER ->
          new Advice(
              "Edit the row and run again: it is sent, and paid, once more. To have it sent again as"
                  + " it is, plan it again first.",
              List.of(run, retry));
      case LOST ->
          new Advice(
              "The provider no longer knows its ticket. Every run looks again, which is free. To"
                  + " have it made again, and perhaps pay twice, plan it again.",
              List.of(run, retry));
      case UNDELIVERED ->
          new Advice(
              "It was generated and is paid for. Have it fetched again, which is free, and run. To"
                  + " have it made again, and paid again, edit the row and run again.",
              List.of(retry));
    };
  }

  private interface Resolve {
    String by(String decision);
  }

  private static Advice on(Account account, String run, Resolve resolve) {
    TaskState state = account.task().state();
    return switch (state) {
      case REJECTED -> new Advice("Nothing was sent. Correct the row and run again.", List.of(run));
      case IN_DOUBT ->
          new Advice(
              "It may have been made and charged. Look for it in the provider's own list. If it is"
                  + " there, adopt its ticket. If it is not, have it sent again, which pays twice"
                  + " should it be there after all; or give it up.",
              List.of(
                  resolve.by(" --adopt TICKET"),
                  resolve.by(" --resubmit"),
                  resolve.by(" --give-up")));
      case WITHDRAWN ->
          new Advice(
              "Its row is no longer in the manifest. Put it back and run again.", List.of(run));
      case DELIVERED -> new Advice("Nothing: its clip is here.", List.of());
      case PLANNED, SUBMITTING, SUBMITTED, SUCCEEDED ->
          new Advice("Run: it goes on from here.", List.of(run));
      case FAILED, CANCELLED, LOST, UNDELIVERED ->
          throw new IllegalStateException("has a class of its own: " + state);
    };
  }
}
