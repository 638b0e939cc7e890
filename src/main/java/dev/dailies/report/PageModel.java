package dev.dailies.report;

import com.samskivert.mustache.Mustache;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.PlainText;
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
record PageModel(RunFacts facts, ReportData data, Tiles glance, TaskQueries queries) {

  /** As many troubles as may stand between the figures and the clips. */
  private static final int OPENED = 6;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  static PageModel of(RunFacts facts, ReportData data, TaskQueries queries) {
    Tiles glance =
        new Tiles(
            queries.countCurrent(),
            queries.money(),
            data,
            HumanUnits.span(facts.wallTime()),
            clock(facts));
    return new PageModel(facts, data, glance, queries);
  }

  private static String clock(RunFacts facts) {
    return Stream.of(facts.startedAt(), facts.endedAt())
        .map(moment -> CLOCK.withZone(facts.zone()).format(moment))
        .reduce("%s – %s"::formatted)
        .orElseThrow();
  }

  String manifest() {
    return PlainText.withoutSecrets(facts.manifest());
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
    return facts.verdict().stopReasons().stream().map(PlainText::withoutSecrets).toList();
  }

  boolean hasTroubles() {
    return !data.failed().isEmpty() || !data.inDoubt().isEmpty();
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
    return Stream.concat(data.inDoubt().stream(), data.failed().stream())
        .map(ReportData.Named::card);
  }

  /** How many tasks are on neither list. */
  long unnamed() {
    return data.inDoubtCount() + data.failedCount() - data.inDoubt().size() - data.failed().size();
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
