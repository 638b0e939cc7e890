package dev.dailies.cli.words;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dailies.job.settle.KnownTickets;
import dev.dailies.job.settle.KnownTickets.Known;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.TaskView;
import dev.dailies.report.DoubtSheet;
import dev.dailies.report.Doubtful;
import dev.dailies.text.PlainText;
import dev.dailies.text.Times;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a person of a task in doubt: what was sent, where to look, what to type. */
public final class DoubtLines {

  private static final int PROMPT = 60;
  private static final int WHOLE_PROMPT = 400;
  private static final int MOST_KNOWN = 3;
  private static final int LONGEST_TICKET = 60;
  private final DoubtSheet sheet;
  private final BinaryOperator<String> line;
  private final KnownTickets known;

  /**
   * @param line the words to type for a command and its arguments
   */
  public DoubtLines(DoubtSheet sheet, BinaryOperator<String> line) {
    this(sheet, line, KnownTickets.NONE);
  }

  /**
   * The same for a person who looks for tickets.
   *
   * @param known those of other takes
   */
  public DoubtLines(DoubtSheet sheet, BinaryOperator<String> line, KnownTickets known) {
    this.sheet = sheet;
    this.line = line;
    this.known = known;
  }

  /** All in one line. */
  String line(TaskView view) {
    return view.task().name() + "  in doubt: " + sent(sheet.of(view, line), PROMPT);
  }

  /** All that it takes to settle it. */
  public Stream<String> whole(TaskView view) {
    Doubtful doubtful = sheet.of(view, line);
    String why = view.task().reason();
    return Stream.of(
            view.task().name()
                + " is "
                + Formats.state(view.task().state())
                + (why == null ? "" : ": " + why),
            "  " + Formats.sentence(sent(doubtful, WHOLE_PROMPT)),
            doubtful.requestId() == null ? "" : "  Request id " + doubtful.requestId(),
            "  Look " + doubtful.whereToLook(),
            doubtful.lookAt() == null ? "" : "  Open " + doubtful.lookAt(),
            notThese(known.of(view)))
        .filter(text -> !text.isEmpty());
  }

  private static String notThese(List<Known> known) {
    if (known.isEmpty()) {
      return "";
    }
    String first =
        known.stream()
            .limit(MOST_KNOWN)
            .map(
                one ->
                    "%s is %s"
                        .formatted(PlainText.oneLine(one.ticket(), LONGEST_TICKET), one.task()))
            .collect(Collectors.joining(", "));
    int more = known.size() - MOST_KNOWN;
    return "  Not these: " + first + (more > 0 ? ", and " + more + " more" : "");
  }

  /** The same for programs. */
  Told told(TaskView view) {
    return new Told(view.task().name(), sheet.of(view, line));
  }

  /**
   * A doubt, as a line of JSON.
   *
   * @param task its name
   */
  record Told(String task, @JsonUnwrapped Doubtful doubtful) {}

  /** What can be typed about it. */
  Stream<String> commands(TaskView view) {
    return sheet.of(view, line).commands().stream();
  }

  private static String sent(Doubtful doubtful, int prompt) {
    String when = doubtful.sentAt() == null ? "" : Times.second(doubtful.sentAt()) + " ";
    String price =
        doubtful.mayHaveCostUsd() == null
            ? "paid, price unknown"
            : Amounts.dollars(doubtful.mayHaveCostUsd());
    String what = Formats.quoted(doubtful.prompt(), prompt);
    return "sent %sto %s, perhaps %s%s"
        .formatted(
            when,
            doubtful.provider(),
            price,
            what.equals("\"\"") ? ", without a prompt" : ": " + what);
  }
}
