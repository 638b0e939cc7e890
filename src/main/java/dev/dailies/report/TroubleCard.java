package dev.dailies.report;

import dev.dailies.ledger.TaskState;
import dev.dailies.text.Cut;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A task on the page that needs a person's look. The names are those of the template.
 *
 * @param advice what to do about this one beside what is done about all; may be empty
 */
record TroubleCard(
    String name,
    String state,
    String reason,
    String code,
    String advice,
    String prompt,
    List<String> facts) {

  /** More than the lines that the page shows of it. */
  private static final int PROMPT = 400;

  private static final DateTimeFormatter SENT =
      DateTimeFormatter.ofPattern("'sent' d MMM, HH:mm:ss z", Locale.ENGLISH);

  static TroubleCard of(Entry entry, RunFacts facts) {
    return of(entry, "", facts(entry, facts.zone()));
  }

  /** The card of a task in doubt; its facts name the exchange at the provider. */
  static TroubleCard of(Entry entry, Doubtful doubtful, RunFacts facts) {
    return of(
        entry,
        facts.adviceOn(entry.view(), entry.name()).text(),
        Stream.concat(facts(entry, facts.zone()).stream(), requestId(doubtful)).toList());
  }

  private static TroubleCard of(Entry entry, String advice, List<String> facts) {
    return new TroubleCard(
        entry.shot().isPresent() ? entry.name() : entry.id(),
        entry.state().told(),
        entry.reason(),
        code(entry),
        advice,
        Cut.codePoints(entry.prompt(), PROMPT),
        facts);
  }

  private static Stream<String> requestId(Doubtful doubtful) {
    return Stream.ofNullable(doubtful.requestId()).map(id -> "request id " + id);
  }

  /** What was sent and never answered may have cost nothing at all. */
  private static String cost(Entry entry) {
    Optional<String> dollars = entry.charged().or(entry::price).map(Dollars::text);
    return entry.state() == TaskState.IN_DOUBT
        ? "perhaps " + dollars.orElse("paid, at an unknown price")
        : dollars.orElse("");
  }

  /** The state's own name says nothing more. */
  private static String code(Entry entry) {
    return entry.reasonCode().equals(entry.state().name()) ? "" : entry.reasonCode();
  }

  private static List<String> facts(Entry entry, ZoneId zone) {
    return Stream.of(
            "line " + entry.task().line(),
            entry.provider(),
            entry.model(),
            entry.submittedAt().map(SENT.withZone(zone)::format).orElse(""),
            cost(entry),
            entry.ticket().isEmpty() ? "" : "ticket " + entry.ticket())
        .filter(fact -> !fact.isEmpty())
        .toList();
  }
}
