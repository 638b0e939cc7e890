package dev.dailies.job.report;

import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.settle.WhereToLook;
import dev.dailies.pacing.Wait;
import dev.dailies.report.Reports;
import dev.dailies.report.RunFacts;
import dev.dailies.report.RunFacts.Spending;
import dev.dailies.report.RunFacts.Verdict;
import dev.dailies.report.RunFacts.Waited;
import dev.dailies.report.Sidecars;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.PlainText;
import dev.dailies.text.Version;
import java.time.ZoneId;

/** Hands the facts of the run to the reports. */
public final class ReportWriter {

  private final Reports reports;
  private final Sidecars sidecars;
  private final OutputFolder folder;
  private final JobSetup setup;
  private final WhereToLook whereToLook;
  private boolean written;

  ReportWriter(
      Reports reports,
      Sidecars sidecars,
      OutputFolder folder,
      JobSetup setup,
      WhereToLook whereToLook) {
    this.reports = reports;
    this.sidecars = sidecars;
    this.folder = folder;
    this.setup = setup;
    this.whereToLook = whereToLook;
  }

  /** Writes what came of a run that has ended. */
  public synchronized void write(RunOutcome outcome, long run) {
    sidecars.writeMissing();
    ExitCode exit = ExitCode.of(outcome);
    reports.write(facts(outcome, run, verdict(outcome, false, exit.code(), exit.meaning(outcome))));
    written = true;
  }

  /** Writes the page of a run that is under way; nothing any more once its reports are there. */
  public synchronized void writePage(RunOutcome outcome, long run) {
    if (!written) {
      reports.writePage(
          facts(outcome, run, verdict(outcome, true, ExitCode.DEADLINE.code(), "still running")));
    }
  }

  private RunFacts facts(RunOutcome outcome, long run, Verdict verdict) {
    return new RunFacts(
        folder.job(),
        run,
        String.valueOf(setup.files().manifest().getFileName()),
        setup.ownList(),
        outcome.startedAt(),
        outcome.endedAt(),
        ZoneId.systemDefault(),
        new Spending(setup.caps().zone(), outcome.caps()),
        verdict,
        RerunCommand.of(setup),
        whereToLook,
        Version.current());
  }

  private static Verdict verdict(
      RunOutcome outcome, boolean running, int exitCode, String meaning) {
    return new Verdict(
        running,
        exitCode,
        meaning,
        outcome.stopReasons().stream().map(reason -> reason.text()).toList(),
        outcome.waits().stream().map(ReportWriter::waited).toList());
  }

  private static Waited waited(Wait wait) {
    return new Waited(
        wait.provider(),
        wait.address(),
        PlainText.withoutSecrets(wait.cause()),
        wait.tries(),
        wait.since());
  }

  /** True once the reports of this run are on disk. */
  public synchronized boolean hasWritten() {
    return written;
  }
}
