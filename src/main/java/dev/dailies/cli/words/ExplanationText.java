package dev.dailies.cli.words;

import dev.dailies.job.settle.Explanation;
import dev.dailies.job.settle.Explanation.Result;
import dev.dailies.job.settle.Explanation.Sent;
import dev.dailies.job.settle.Explanation.Spending;
import dev.dailies.job.settle.Explanation.Step;
import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.History.TicketBy;
import dev.dailies.ledger.TaskState;
import dev.dailies.text.Times;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A task's history in words. */
public final class ExplanationText {

  private static final int PROMPT = 200;

  /** More is not read in one line. */
  private static final int WIDTH = 90;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.) (?=[A-Z])");
  private static final String AGAIN = "to be sent again";

  private final Explanation told;
  private final boolean wholeLinks;

  /**
   * @param wholeLinks true if the links have what signs them
   */
  public ExplanationText(Explanation told, boolean wholeLinks) {
    this.told = told;
    this.wholeLinks = wholeLinks;
  }

  /** Prints the whole story of a task. */
  public void print(PrintWriter out) {
    out.println(headline());
    out.println(
        "  Row: line " + told.line() + (told.inManifest() ? "" : ", not in the newest plan"));
    out.println("  Asked for: " + words(told.operation(), Formats.quoted(told.prompt(), PROMPT)));
    told.attempts().stream().map(ExplanationText::attempt).forEach(out::println);
    out.println("  History:");
    told.history().stream().map(ExplanationText::step).forEach(out::println);
    told.results().forEach(result -> out.println("  " + result(result)));
    if (!told.why().isEmpty()) {
      out.println("  " + told.why());
    }
    out.println("  Cost: " + cost(told.cost()));
    out.println("  Next: " + lines(told.advice()));
    told.commands().forEach(command -> out.println("    " + command));
  }

  /** Of a file that is here its link is of no use to anybody. */
  private String result(Result result) {
    String warning = result.warning() == null ? "" : ": " + result.warning();
    if (result.file() != null) {
      return "File: " + result.file() + warning;
    }
    return "Link: %s%s%s"
        .formatted(
            result.link(), wholeLinks ? "" : " (--links shows it with its signature)", warning);
  }

  private String headline() {
    String code = told.reasonCode() == null ? null : "(" + told.reasonCode() + ")";
    String state = words(told.task(), state(), code);
    return told.reason() == null ? state : state + ": " + told.reason();
  }

  /** Of what was sent before nobody should read that it was not. */
  private String state() {
    return told.state() == TaskState.PLANNED && !told.attempts().isEmpty()
        ? "is " + AGAIN
        : told.state() == TaskState.FAILED ? "failed" : "is " + Formats.state(told.state());
  }

  private static String attempt(Sent attempt) {
    String ticket = attempt.ticket() == null ? "no ticket" : "ticket " + attempt.ticket();
    return "  Attempt %d at %s: sent %s, %s, %s, %s"
        .formatted(
            attempt.number(),
            words(attempt.provider(), attempt.model()),
            Times.second(attempt.sentAt()),
            ends(attempt),
            ticket,
            prices(attempt));
  }

  private static String ends(Sent attempt) {
    Instant accepted = attempt.acceptedAt();
    Instant ended = attempt.endedAt();
    if (accepted == null && ended == null) {
      return "outcome unknown";
    }
    String taken = accepted == null ? "not taken" : came(attempt) + Times.second(accepted);
    return ended == null ? taken : taken + ", ended " + Times.second(ended);
  }

  /** What was adopted or found later was accepted at a moment that nobody here knows. */
  private static String came(Sent attempt) {
    if (attempt.ticketBy() == TicketBy.PERSON) {
      return "adopted ";
    }
    return attempt.ticketBy() == TicketBy.LOOK ? "found " : "accepted ";
  }

  private static String prices(Sent attempt) {
    String asked =
        attempt.priceAsked() == null
            ? "price unknown"
            : "price asked " + Amounts.dollars(attempt.priceAsked());
    return attempt.priceCharged() == null
        ? asked
        : asked + ", charged " + Amounts.dollars(attempt.priceCharged());
  }

  private static String step(Step step) {
    String line = "    %s  %s -> %s".formatted(Times.second(step.at()), from(step), to(step));
    String facts =
        Stream.of(
                step.attempt() == null ? null : "attempt " + step.attempt(),
                step.httpStatus() == null ? null : "HTTP " + step.httpStatus(),
                step.requestId() == null ? null : "request id " + step.requestId(),
                step.code(),
                step.reason())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return facts.isEmpty() ? line : line + ": " + facts;
  }

  private static String from(Step step) {
    boolean wasSent = step.attempt() != null && step.attempt() > 1;
    return step.from() == TaskState.PLANNED && wasSent ? AGAIN : Formats.state(step.from());
  }

  private static String to(Step step) {
    boolean wasSent = step.attempt() != null && step.from() != TaskState.PLANNED;
    return step.to() == TaskState.PLANNED && wasSent ? AGAIN : Formats.state(step.to());
  }

  /** As many whole sentences in a line as are read at once. */
  private static String lines(String advice) {
    StringBuilder text = new StringBuilder();
    int columns = 0;
    for (String sentence : SENTENCE_END.splitAsStream(advice).toList()) {
      boolean isNew = columns > 0 && columns + sentence.length() > WIDTH;
      text.append(isNew ? "\n        " : columns > 0 ? " " : "").append(sentence);
      columns = (isNew ? 0 : columns) + sentence.length() + 1;
    }
    return text.toString();
  }

  private static String cost(Spending cost) {
    BigDecimal maybe = cost.maybe().usd();
    return Amounts.dollars(cost.spent().usd())
        + (maybe.signum() > 0 ? ", and perhaps " + Amounts.dollars(maybe) + " more" : "")
        + Formats.unpriced(", ", cost.unpriced(), "attempt");
  }

  private static String words(@Nullable String... words) {
    return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
  }
}
