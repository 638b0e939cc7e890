package dev.dailies.report;

import dev.dailies.files.AtomicFile;
import dev.dailies.files.Durable;
import dev.dailies.ledger.Charges;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.report.money.MoneyTable;
import dev.dailies.report.money.Spend;
import dev.dailies.report.money.SpendTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes the results of a run into its output folder: {@code results.csv}, {@code failures.csv},
 * {@code money.csv}, {@code summary.json} and {@code report.html}. Everything comes from the
 * ledger, task by task, so it takes no more memory for a million tasks than for ten, and may be
 * written again at any time.
 */
public final class Reports {

  /** Tables that are no lists of shots. */
  public static final Set<String> TABLES = Set.of("results.csv", "money.csv");

  private final TaskQueries queries;
  private final Charges charges;
  private final Plans plans;
  private final DoubtSheet doubts;
  private final Path folder;
  private final Predicate<String> isOwn;

  /**
   * Writes into a folder that exists.
   *
   * @param folder the output folder
   * @param isOwn whether a column of the manifest is the user's own
   */
  public Reports(
      TaskQueries queries,
      Charges charges,
      Plans plans,
      DoubtSheet doubts,
      Path folder,
      Predicate<String> isOwn) {
    this.queries = queries;
    this.charges = charges;
    this.plans = plans;
    this.doubts = doubts;
    this.folder = folder;
    this.isOwn = isOwn;
  }

  /**
   * Writes all five files. They replace older ones together at the end, each at once and whole; if
   * anything fails before, the older ones stay. A {@code failures.csv} that a person has edited
   * stays, and the new one lies beside it.
   *
   * @throws UncheckedIOException if the folder cannot be written to
   */
  public void write(RunFacts facts) {
    FailuresFile place = failuresFile(facts);
    try (AtomicFile results = AtomicFile.open(folder.resolve("results.csv"));
        AtomicFile failures = AtomicFile.secret(place.path());
        AtomicFile money = AtomicFile.open(folder.resolve("money.csv"));
        AtomicFile summary = AtomicFile.open(folder.resolve("summary.json"));
        AtomicFile page = AtomicFile.open(folder.resolve("report.html"))) {
      ReportData data = new ReportData(facts, doubts, isOwn);
      queries.forEach(data);
      queries.forEach(new ResultsTable(results.writer(), data.ownColumns()));
      writeFailures(failures, data, facts);
      SpendTable table = new SpendTable(facts.spending().zone());
      charges.forEach(new MoneyTable(money.writer(), facts.spending().zone()).andThen(table));
      Spend spend = table.spend(queries.picks().values());
      ReportJson.write(
          summary.writer(), Summary.of(facts, queries, plans.newest(), data, spend, table.lines()));
      Page.write(page.writer(), PageModel.of(facts, data, spend, queries, place.name()));
      for (AtomicFile file : List.of(results, failures, money, summary, page)) {
        file.sync();
      }
      results.publish();
      place.publish(failures, data.failedCount() == 0);
      money.publish();
      summary.publish();
      page.publish();
      Durable.forceFolder(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write the report into " + folder, failed);
    }
  }

  /**
   * Writes the page alone, of a run that is under way. It is not synced, since it soon comes again.
   *
   * @throws UncheckedIOException if the folder cannot be written to
   */
  public void writePage(RunFacts facts) {
    try (AtomicFile page = AtomicFile.open(folder.resolve("report.html"))) {
      ReportData data = new ReportData(facts, doubts, isOwn);
      queries.forEach(data);
      SpendTable table = new SpendTable(facts.spending().zone());
      charges.forEach(table);
      Spend spend = table.spend(queries.picks().values());
      Page.write(
          page.writer(), PageModel.of(facts, data, spend, queries, failuresFile(facts).name()));
      page.publish();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write the page into " + folder, failed);
    }
  }

  private FailuresFile failuresFile(RunFacts facts) {
    try {
      return FailuresFile.of(folder, facts.manifest());
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the failures in " + folder, failed);
    }
  }

  private void writeFailures(AtomicFile file, ReportData data, RunFacts facts) throws IOException {
    var table = new FailuresTable(file.writer(), data.failureColumns(), facts.job());
    if (data.failedCount() > 0) {
      queries.forEach(table);
    }
  }
}
