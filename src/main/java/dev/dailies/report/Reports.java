package dev.dailies.report;

import dev.dailies.ledger.Account;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Plans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes what came of a run into its output folder: {@code results.csv}, {@code failures.csv},
 * {@code summary.json} and {@code report.html}. Everything comes from the ledger, task by task, so
 * it takes no more memory for a million tasks than for ten, and may be written again at any time.
 */
public final class Reports {

  private final Accounts accounts;
  private final Plans plans;
  private final DoubtSheet doubts;
  private final Path folder;

  /**
   * Writes into a folder that exists.
   *
   * @param folder the output folder
   */
  public Reports(Accounts accounts, Plans plans, DoubtSheet doubts, Path folder) {
    this.accounts = accounts;
    this.plans = plans;
    this.doubts = doubts;
    this.folder = folder;
  }

  /**
   * Writes all four files. They replace older ones together at the end, each at once and whole; if
   * anything fails before, the older ones stay.
   *
   * @throws UncheckedIOException if the folder cannot be written to
   */
  public void write(RunFacts facts) {
    try (Draft results = Draft.open(folder.resolve("results.csv"));
        Draft failures = Draft.secret(folder.resolve("failures.csv"));
        Draft summary = Draft.open(folder.resolve("summary.json"));
        Draft page = Draft.open(folder.resolve("report.html"))) {
      Survey survey = new Survey(facts, doubts);
      Consumer<Account> table = new ResultsTable(results.writer());
      accounts.forEach(survey.andThen(table));
      writeFailures(failures, survey, facts);
      SummaryFile.write(summary.writer(), Summary.of(facts, accounts, plans.newest(), survey));
      Page.write(page.writer(), Night.of(facts, survey, accounts));
      publish(List.of(results, failures, summary, page));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write the report into " + folder, failed);
    }
  }

  private void writeFailures(Draft draft, Survey survey, RunFacts facts) throws IOException {
    var table = new FailuresTable(draft.writer(), survey.failureColumns(), facts.job());
    if (survey.failedCount() > 0) {
      accounts.forEach(table);
    }
  }

  private void publish(List<Draft> drafts) throws IOException {
    for (Draft draft : drafts) {
      draft.sync();
    }
    for (Draft draft : drafts) {
      draft.publish();
    }
    Draft.syncFolder(folder);
  }
}
