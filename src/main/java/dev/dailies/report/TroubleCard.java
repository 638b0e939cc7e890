package dev.dailies.report;

import dev.dailies.ledger.TaskState;
import dev.dailies.report.Moment.Form;
import dev.dailies.report.money.Dollars;
import dev.dailies.text.Cut;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task on the page that needs a person's look. The names are those of the template.
 *
 * @param advice what to do about this one beside what is done about all; may be empty
 * @param adviceAfter how the advice goes on behind the moment at which the task was sent; may be
 *     empty
 * @param sent when the task was sent; null if it never was
 */
record TroubleCard(
    String name,
    String state,
    String reason,
    String code,
    String advice,
    String adviceAfter,
    String prompt,
    List<String> facts,
    @Nullable Moment sent) {

  /** More than the lines that the page shows of it. */
  private static final int PROMPT = 400;

  static TroubleCard of(Entry entry, RunFacts facts) {
    return of(entry, "", facts(entry), facts.zone());
  }

  /** The card of a task in doubt; its facts name the exchange at the provider. */
  static TroubleCard of(Entry entry, Doubtful doubtful, RunFacts facts) {
    return of(
        entry,
        facts.adviceOn(entry.view(), entry.name()).text(),
        Stream.concat(facts(entry).stream(), requestId(doubtful)).toList(),
        facts.zone());
  }

  private static TroubleCard of(Entry entry, String advice, List<String> facts, ZoneId zone) {
    int blank = advice.indexOf(Advice.SENT_AT);
    return new TroubleCard(
        entry.shot().isPresent() ? entry.name() : entry.id(),
        entry.state().told(),
        entry.reason(),
        code(entry),
        blank < 0 ? advice : advice.substring(0, blank),
        blank < 0 ? "" : advice.substring(blank + Advice.SENT_AT.length()),
        Cut.codePoints(entry.prompt(), PROMPT),
        facts,
        entry.submittedAt().map(sent -> Moment.of(sent, Form.EXACT, zone)).orElse(null));
  }

  private static Stream<String> requestId(Doubtful doubtful) {
    return Stream.ofNullable(doubtful.requestId()).map(id -> "request id " + id);
  }

  /** What was sent and never answered may have cost nothing at all. */
  private static String cost(Entry entry) {
    Optional<String> dollars = entry.charged().or(entry::price).map(Dollars::text);
    return entry.state() == TaskState.IN_DOUBT
        ? dollars.map("perhaps "::concat).orElse("perhaps paid, price unknown")
        : dollars.orElse("");
  }

  /** The state's own name says nothing more. */
  private static String code(Entry entry) {
    return entry.reasonCode().equals(entry.state().name()) ? "" : entry.reasonCode();
  }

  private static List<String> facts(Entry entry) {
    return Stream.of(
            "line " + entry.task().line(),
            entry.provider(),
            entry.model(),
            cost(entry),
            entry.ticket().isEmpty() ? "" : "ticket " + entry.ticket())
        .filter(fact -> !fact.isEmpty())
        .toList();
  }
}
