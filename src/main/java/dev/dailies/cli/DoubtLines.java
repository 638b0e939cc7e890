package dev.dailies.cli;

import dev.dailies.job.Explainer;
import dev.dailies.job.Explanation;
import dev.dailies.job.Explanation.Sent;
import dev.dailies.job.Explanation.Step;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs in order to settle a task in doubt: what it was, where to look, what to type.
 */
final class DoubtLines {

  private static final int PROMPT = 60;
  private final Explainer explainer;
  private final BinaryOperator<String> line;

  /**
   * @param line the words to type for a command and its arguments
   */
  DoubtLines(Explainer explainer, BinaryOperator<String> line) {
    this.explainer = explainer;
    this.line = line;
  }

  Stream<String> of(Task task) {
    return TaskId.of(task.name()).stream()
        .flatMap(id -> explainer.explain(id, line).stream())
        .filter(told -> told.task().equals(task.name()))
        .flatMap(DoubtLines::lines);
  }

  private static Stream<String> lines(Explanation told) {
    List<Sent> attempts = told.attempts();
    return Stream.of(
            attempts.isEmpty() ? null : "    " + sent(attempts.get(attempts.size() - 1), told),
            told.whereToLook() == null ? null : "    look " + told.whereToLook(),
            "    then " + told.commands().get(0) + " (or --resubmit, or --give-up)")
        .filter(Objects::nonNull);
  }

  private static String sent(Sent attempt, Explanation told) {
    return "sent %s to %s, perhaps %s%s: %s"
        .formatted(
            Texts.time(attempt.sentAt()),
            attempt.provider(),
            price(attempt.priceAsked()),
            requestId(told),
            Texts.quoted(told.prompt(), PROMPT));
  }

  private static String price(@Nullable BigDecimal usd) {
    return usd == null ? "at an unknown price" : Texts.dollars(usd);
  }

  /** The newest: it is that of the answer which left the doubt, if there was one. */
  private static String requestId(Explanation told) {
    return told.history().stream()
        .map(Step::requestId)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .map(id -> ", request id " + id)
        .orElse("");
  }
}
