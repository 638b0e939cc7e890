package dev.dailies.cli;

import dev.dailies.ledger.TaskView;
import dev.dailies.report.DoubtSheet;
import dev.dailies.report.Doubtful;
import dev.dailies.text.Times;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Tells a person how to settle a task in doubt: what was sent, where to look, what to type. */
final class DoubtLines {

  private static final int PROMPT = 60;
  private final DoubtSheet sheet;
  private final BinaryOperator<String> line;

  /**
   * @param line the words to type for a command and its arguments
   */
  DoubtLines(DoubtSheet sheet, BinaryOperator<String> line) {
    this.sheet = sheet;
    this.line = line;
  }

  Stream<String> of(TaskView view) {
    Doubtful doubtful = sheet.of(view, line);
    return Stream.of(
        "    " + sent(doubtful),
        "    look " + doubtful.whereToLook(),
        "    then " + doubtful.commands().get(0) + " (or --resubmit, or --give-up)");
  }

  private static String sent(Doubtful doubtful) {
    String when = doubtful.sentAt() == null ? "" : Times.second(doubtful.sentAt()) + " ";
    String price =
        doubtful.mayHaveCostUsd() == null
            ? "at an unknown price"
            : Formats.dollars(doubtful.mayHaveCostUsd());
    String id = doubtful.requestId() == null ? "" : ", request id " + doubtful.requestId();
    return "sent %sto %s, perhaps %s%s: %s"
        .formatted(when, doubtful.provider(), price, id, Formats.quoted(doubtful.prompt(), PROMPT));
  }
}
