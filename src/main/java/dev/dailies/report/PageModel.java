package dev.dailies.report;

import com.samskivert.mustache.Mustache;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.PlainText;
import dev.dailies.text.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the page's template asks for, beside its style. The names are those of the template. */
record PageModel(
    RunFacts facts, ReportData data, Tiles glance, TaskQueries queries, String failures) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  static PageModel of(RunFacts facts, ReportData data, TaskQueries queries, String failures) {
    Tiles glance =
        new Tiles(
            queries.countCurrent(),
            queries.money(),
            data,
            Times.span(facts.wallTime()),
            clock(facts));
    return new PageModel(facts, data, glance, queries, failures);
  }

  private static String clock(RunFacts facts) {
    return Stream.of(facts.startedAt(), facts.endedAt())
        .map(moment -> CLOCK.withZone(facts.zone()).format(moment))
        .reduce("%s – %s"::formatted)
        .orElseThrow();
  }

  String manifest() {
    return PlainText.withoutSecrets(facts.list());
  }

  String when() {
    return DAY.format(ZonedDateTime.ofInstant(facts.startedAt(), facts.zone()));
  }

  /** How the run ended; of a manifest without rows there is no more to say. */
  String verdict() {
    boolean isEmpty = glance.total() == 0 && facts.verdict().exitCode() == 0;
    return isEmpty ? "no rows yet" : facts.verdict().meaning();
  }

  /** True if nothing was really paid. */
  boolean simulated() {
    return queries.isSimulated();
  }

  /** The colour of the verdict; a run that is under way is neither good nor bad. */
  String mood() {
    if (facts.verdict().running()) {
      return "running";
    }
    return facts.verdict().exitCode() == 0 ? "good" : "attention";
  }

  /** True if the run has ended, and left something to go on with. */
  boolean goesOn() {
    return !facts.verdict().running() && facts.verdict().exitCode() != 0;
  }

  boolean hasStopReasons() {
    return !stopReasons().isEmpty();
  }

  /** Those that the headline does not say itself. */
  List<String> stopReasons() {
    return facts.verdict().stopReasons().stream()
        .filter(reason -> !facts.verdict().meaning().startsWith(reason))
        .map(PlainText::withoutSecrets)
        .toList();
  }

  boolean hasTroubles() {
    return data.hasRemedies();
  }

  List<Remedy> remedies() {
    return data.remedies(queries);
  }

  String runCommand() {
    return facts.commandLine().of("run", "");
  }

  /** What the chart shows, since a run that did nothing has none of its own. */
  String charted() {
    return data.hasDoneSomething() ? "This run" : "All runs of this folder";
  }

  boolean upright() {
    return data.isMostlyUpright();
  }

  boolean hasTimeline() {
    return !data.timeline().isEmpty();
  }

  TimelinePicture timeline() {
    return TimelinePicture.of(data.timeline(), facts.zone());
  }

  /** What the page's script knows beside the tasks. */
  String gallery() {
    return ReportJson.inPage(data.gallery().with(queries.picks()));
  }

  /** Writes the tasks one by one, so that a page of any length takes no memory. */
  Mustache.Lambda tasks() {
    Gallery gallery = data.gallery();
    return (template, out) -> queries.forEach(new CardWriter(gallery, facts, out));
  }

  /** Writes tasks into the page, a line for each, as the elements of a JSON array. */
  private static final class CardWriter implements Consumer<TaskView> {

    private final Gallery gallery;
    private final RunFacts facts;
    private final Writer out;
    private String before = "";

    CardWriter(Gallery gallery, RunFacts facts, Writer out) {
      this.gallery = gallery;
      this.facts = facts;
      this.out = out;
    }

    @Override
    public void accept(TaskView view) {
      try {
        out.write(before);
        out.write(ReportJson.inPage(Card.of(new Entry(view), gallery, facts)));
        before = ",\n";
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
