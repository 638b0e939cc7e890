package dev.dailies.report;

import com.samskivert.mustache.Mustache;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import dev.dailies.report.Moment.Form;
import dev.dailies.report.RunFacts.Waited;
import dev.dailies.report.money.Paid;
import dev.dailies.report.money.Spend;
import dev.dailies.text.PlainText;
import dev.dailies.text.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the page's template asks for, beside its style. The names are those of the template. */
record PageModel(
    RunFacts facts,
    ReportData data,
    Tiles glance,
    MoneyPart money,
    TaskQueries queries,
    String failures) {

  static PageModel of(
      RunFacts facts, ReportData data, Spend spend, TaskQueries queries, String failures) {
    Tiles glance = new Tiles(queries.countCurrent(), queries.money(), data, queries.isSimulated());
    return new PageModel(facts, data, glance, MoneyPart.of(spend, facts), queries, failures);
  }

  String manifest() {
    return PlainText.withoutSecrets(facts.list());
  }

  Moment when() {
    return Moment.of(facts.startedAt(), Form.DAY, facts.zone());
  }

  String wallTime() {
    return Times.span(facts.wallTime());
  }

  /** When the run began and ended. */
  Moment from() {
    return Moment.of(facts.startedAt(), Form.within(facts.wallTime()), facts.zone());
  }

  Moment to() {
    return Moment.of(facts.endedAt(), Form.within(facts.wallTime()), facts.zone());
  }

  /** Of which moment the page tells; null once the run has ended. */
  @Nullable Moment asOf() {
    return facts.verdict().running() ? Moment.of(facts.endedAt(), Form.DAY, facts.zone()) : null;
  }

  /** False if there is nothing to tell of money. */
  boolean hasMoney() {
    return !money.isEmpty();
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

  boolean isWaiting() {
    return !waits().isEmpty();
  }

  /** What keeps a run that is under way. */
  List<KeptWaiting> waits() {
    return facts.verdict().running()
        ? facts.verdict().waits().stream().map(this::keptWaiting).toList()
        : List.of();
  }

  private KeptWaiting keptWaiting(Waited wait) {
    return new KeptWaiting(
        wait.provider(),
        wait.cause(),
        wait.tries() == 1 ? "1 try" : wait.tries() + " tries",
        Moment.of(wait.since(), Form.DAY, facts.zone()));
  }

  /** What a provider keeps a run waiting for, and since when. */
  record KeptWaiting(String provider, String cause, String tries, Moment since) {}

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
    return ReportJson.inPage(data.gallery().with(queries.picks(), queries.samples()));
  }

  /** Writes the tasks one by one, so that a page of any length takes no memory. */
  Mustache.Lambda tasks() {
    Gallery gallery = data.gallery();
    return (template, out) -> queries.forEach(new CardWriter(gallery, facts, queries, out));
  }

  /** Writes tasks into the page, a line for each, as the elements of a JSON array. */
  private static final class CardWriter implements Consumer<TaskView> {

    private final Gallery gallery;
    private final RunFacts facts;
    private final TaskQueries queries;
    private final Writer out;
    private String before = "";

    CardWriter(Gallery gallery, RunFacts facts, TaskQueries queries, Writer out) {
      this.gallery = gallery;
      this.facts = facts;
      this.queries = queries;
      this.out = out;
    }

    @Override
    public void accept(TaskView view) {
      try {
        out.write(before);
        Paid paid = Paid.of(view, queries);
        out.write(ReportJson.inPage(Card.of(new Entry(view), gallery, facts, paid)));
        before = ",\n";
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
