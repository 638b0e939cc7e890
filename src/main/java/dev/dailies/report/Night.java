package dev.dailies.report;

import com.samskivert.mustache.Mustache;
import dev.dailies.ledger.Account;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.TaskState;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the page's template asks for, beside its style. The names are those of the template. */
record Night(RunFacts facts, Survey survey, Glance glance, Accounts accounts) {

  /** Up to so many clips, each shows its first frame before anyone plays it. */
  private static final long FRAMES = 200;

  /** As many troubles as may stand between the figures and the clips. */
  private static final int OPENED = 6;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  static Night of(RunFacts facts, Survey survey, Accounts accounts) {
    Glance glance =
        new Glance(
            accounts.countCurrent(),
            accounts.money(),
            survey,
            Plain.span(facts.wallTime()),
            clock(facts));
    return new Night(facts, survey, glance, accounts);
  }

  private static String clock(RunFacts facts) {
    return Stream.of(facts.startedAt(), facts.endedAt())
        .map(moment -> CLOCK.withZone(facts.zone()).format(moment))
        .reduce("%s – %s"::formatted)
        .orElseThrow();
  }

  String manifest() {
    return Shareable.text(facts.manifestName());
  }

  String when() {
    return DAY.format(ZonedDateTime.ofInstant(facts.startedAt(), facts.zone()));
  }

  String mood() {
    return facts.verdict().exitCode() == 0 ? "good" : "attention";
  }

  boolean hasStopReasons() {
    return !facts.verdict().stopReasons().isEmpty();
  }

  List<String> stopReasons() {
    return facts.verdict().stopReasons().stream().map(Shareable::text).toList();
  }

  boolean hasTroubles() {
    return !survey.failed().isEmpty() || !survey.inDoubt().isEmpty();
  }

  String runCommand() {
    return facts.commandLine().of("run", "");
  }

  /** Doubts first: they are the ones that may cost money. */
  List<TroubleCard> troubles() {
    return allTroubles().limit(OPENED).toList();
  }

  boolean hasMoreTroubles() {
    return !moreTroubles().isEmpty();
  }

  /** What is folded away, so that a bad night still shows its clips. */
  List<TroubleCard> moreTroubles() {
    return allTroubles().skip(OPENED).toList();
  }

  private Stream<TroubleCard> allTroubles() {
    return Stream.concat(survey.inDoubt().stream(), survey.failed().stream())
        .map(Survey.Named::card);
  }

  /** How many tasks are on neither list. */
  long unnamed() {
    return survey.inDoubtCount()
        + survey.failedCount()
        - survey.inDoubt().size()
        - survey.failed().size();
  }

  boolean upright() {
    return survey.isMostlyUpright();
  }

  boolean hasClips() {
    return survey.clips() > 0;
  }

  boolean hasEarlierClips() {
    return survey.earlierClips() > 0;
  }

  /** Hands the clips to the template one by one, so that a page of any length takes no memory. */
  Mustache.Lambda clips() {
    return cards(Account::current);
  }

  Mustache.Lambda earlierClips() {
    return cards(account -> !account.current());
  }

  private Mustache.Lambda cards(Predicate<Account> which) {
    String preload = survey.clips() + survey.earlierClips() <= FRAMES ? "metadata" : "none";
    return (template, out) ->
        accounts.forEach(
            account -> {
              if (account.task().state() == TaskState.DELIVERED && which.test(account)) {
                template.execute(Card.of(new Entry(account), preload), out);
              }
            });
  }
}
