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
      case FAILED ->
          new Advice(
              "Edit the row if the reason speaks of it. Sending it again is paid again.",
              List.of(line.of("retry", task.name())));
      case CANCELLED ->
          new Advice("Sending it again is paid again.", List.of(line.of("retry", task.name())));
      case UNDELIVERED ->
          new Advice(
              "It was generated and is paid for. Fetching it again is free, while its link lasts.",
              List.of(line.of("fetch", "")));
      case LOST ->
          new Advice(
              "The provider no longer knows its ticket. Every run looks again, which is free;"
                  + " sending it again is paid again.",
              List.of(line.of("retry", task.name())));
      case IN_DOUBT ->
          new Advice(
              "It may have been made and charged. Look for it in the provider's own list, then"
                  + " adopt its ticket, send it again, or give it up.",
              List.of(
                  line.of("resolve", task.name() + " --adopt TICKET"),
                  line.of("resolve", task.name() + " --resubmit"),
                  line.of("resolve", task.name() + " --give-up")));
      default -> new Advice("", List.of());
    };
  }
}
