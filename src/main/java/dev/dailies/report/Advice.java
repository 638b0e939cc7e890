package dev.dailies.report;

import dev.dailies.ledger.Task;
import java.util.List;

/**
 * What a person can do about a task that did not become a clip.
 *
 * @param text in one or two sentences
 * @param commands to copy, of which one is chosen
 */
record Advice(String text, List<String> commands) {

  static Advice on(Task task, RunFacts.CommandLine line) {
    return switch (task.state()) {
      case REJECTED ->
          new Advice(
              task.shot() == null
                  ? "Nothing was sent. Correct the row and run again."
                  : "The provider turned it down before making anything. Edit the row and run again.",
              List.of());
      case FAILED, CANCELLED ->
          new Advice("Edit the row and run again: it is sent, and paid, once more.", List.of());
      case UNDELIVERED ->
          new Advice(
              "It was generated and is paid for, and its ticket is kept. To have it made again, and"
                  + " paid again, edit the row and run again.",
              List.of());
      case LOST ->
          new Advice(
              "The provider no longer knows its ticket. Every run looks again, which is free.",
              List.of());
      case IN_DOUBT ->
          new Advice(
              "It may have been made and charged. Look for it in the provider's own list. This sends"
                  + " everything in doubt again, and may pay twice:",
              List.of(line.of("run", "--dailies.on-doubt=resubmit")));
      default -> new Advice("", List.of());
    };
  }
}
