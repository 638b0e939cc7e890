package dev.dailies.cli.words;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.ShellWord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tasks of one kind have failed for one reason, and one thing can be done about them. */
record TroubleKind(
    FailureClass failureClass,
    TaskState state,
    @Nullable String code,
    String why,
    boolean isMadeByAnother) {

  /** A code of the provider's is the reason; its words may differ from task to task. */
  static TroubleKind of(FailureClass failureClass, TaskView view, boolean hasAnother) {
    String code = view.task().reasonCode();
    String why = code == null ? Objects.requireNonNullElse(view.task().reason(), "") : "";
    return new TroubleKind(
        failureClass,
        view.task().state(),
        code,
        why,
        hasAnother && failureClass == FailureClass.MODERATION);
  }

  /** True for what a person has given up: nothing is left to do about it. */
  boolean isLetGo() {
    return state == TaskState.CANCELLED && Cause.GIVEN_UP.equals(code);
  }

  String choice() {
    return code == null ? "--class=" + Formats.lower(failureClass) : "--code=" + ShellWord.of(code);
  }

  String told() {
    return switch (failureClass) {
      case MODERATION ->
          "turned down by moderation"
              + (isMadeByAnother ? ", while another take of the same request was made" : "");
      case TRANSIENT -> "failed at the provider, where the same may succeed";
      case LOST -> "no longer known to the provider";
      case UNDELIVERED -> "generated, and not here";
      case INPUT, OTHER -> Formats.state(state);
    };
  }
}
