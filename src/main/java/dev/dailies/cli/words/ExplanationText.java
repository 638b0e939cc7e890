package dev.dailies.cli.words;

import dev.dailies.job.settle.Explanation;
import dev.dailies.job.settle.Explanation.Result;
import dev.dailies.job.settle.Explanation.Sent;
import dev.dailies.job.settle.Explanation.Spending;
import dev.dailies.job.settle.Explanation.Step;
import dev.dailies.ledger.History.TicketBy;
import dev.dailies.ledger.TaskState;
import dev.dailies.text.Times;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A task's history in words. */
public final class ExplanationText {

  private static final int PROMPT = 200;

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
    out.println("  Next: " + told.advice());
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
    String state = words(told.task() + " is " + state(), code);
    return told.reason() == null ? state : state + ": " + told.reason();
  }

  /** Of what was sent before nobody should read that it was not. */
  private String state() {
    return told.state() == TaskState.PLANNED && !told.attempts().isEmpty()
        ? "to be sent again"
        : Formats.state(told.state());
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
    String asked = "price asked " + dollars(attempt.priceAsked());
    return attempt.priceCharged() == null
        ? asked
        : asked + ", charged " + dollars(attempt.priceCharged());
  }

  private static String step(Step step) {
    String line =
        "    %s  %s -> %s"
            .formatted(Times.second(step.at()), recorded(step.from()), recorded(step.to()));
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

  /** As the ledger and its tables call it: a record is compared with them. */
  private static String recorded(TaskState state) {
    return Formats.lower(state).replace('_', ' ');
  }

  private static String cost(Spending cost) {
    BigDecimal maybe = cost.maybe().usd();
    return Formats.dollars(cost.spent().usd())
        + (maybe.signum() > 0 ? ", and perhaps " + Formats.dollars(maybe) + " more" : "")
        + Formats.unpriced(", ", cost.unpriced(), "attempt");
  }

  private static String dollars(@Nullable BigDecimal amount) {
    return amount == null ? "unknown" : Formats.dollars(amount);
  }

  private static String words(@Nullable String... words) {
    return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
  }
}
