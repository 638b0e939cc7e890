package dev.dailies.job.settle;

import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.Task;
import org.jspecify.annotations.Nullable;

/** Says why a task was or was not sent again. */
final class RetryExplanation {

  private RetryExplanation() {}

  static String why(Task task, @Nullable FailureClass failureClass) {
    if (failureClass != null) {
      return "Not repeated: " + why(failureClass);
    }
    return switch (task.state()) {
      case PLANNED -> task.attempts() == 0 ? "" : toBeSentAgain(task.reason());
      case IN_DOUBT ->
          "Not repeated: nobody here knows whether the provider took it, and a second request could"
              + " be paid a second time.";
      case REJECTED -> "Never sent: its row cannot be planned.";
      default -> "";
    };
  }

  /** A row that was read again since has no reason any more. */
  private static String toBeSentAgain(@Nullable String reason) {
    return "To be sent again" + (reason == null ? "." : ": " + reason);
  }

  private static String why(FailureClass failureClass) {
    return switch (failureClass) {
      case TRANSIENT ->
          "a repeat is a new payment, so a person asks for it. The same request may succeed.";
      case MODERATION -> "moderation would turn the same request down again.";
      case INPUT -> "the same request would fail again, as far as anybody knows.";
      case LOST ->
          "the provider may have made it all the same; a second one is made anew, and paid where"
              + " the provider charges.";
      case UNDELIVERED -> "it was generated, and sending it again would pay for it again.";
      case OTHER -> "nobody here knows whether the same request would succeed.";
    };
  }
}
