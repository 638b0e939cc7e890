package dev.dailies.job.plan;

import dev.dailies.files.Sha256;
import dev.dailies.job.run.Failures;
import dev.dailies.job.run.ManifestFile;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plan.RowProblem;
import dev.dailies.ledger.Plans;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.table.UnreadableManifestException;
import dev.dailies.provider.Problem;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.Settings;
import dev.dailies.text.Version;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One reading of the manifest, from its number to whether it is admitted. An unchanged manifest
 * under unchanged settings is not read again.
 */
final class ManifestPlan {

  private final Plans plans;
  private final PlanRefusal refusal;
  private final JobSetup setup;
  private final Path manifest;
  private long number;
  private boolean unchanged;
  private Plan.Counts counts = Plan.Counts.NONE;
  private long forbidden;
  private long retakeRows;

  ManifestPlan(Plans plans, PlanRefusal refusal, JobSetup setup, ManifestFile manifest) {
    this.manifest = manifest.path();
    this.plans = plans;
    this.refusal = refusal;
    this.setup = setup;
  }

  Path manifest() {
    return manifest;
  }

  long number() {
    return number;
  }

  boolean isUnchanged() {
    return unchanged;
  }

  /**
   * Starts a new plan, unless the newest one read the same file under the same settings and took up
   * all that it found there.
   */
  void begin() {
    setup.published().ifPresent(list -> list.keepAt(manifest()));
    String manifestDigest = digestOfManifest();
    String settingsDigest = Sha256.of(settingsThatBearOnRows());
    Optional<Plan> newest = plans.newest();
    unchanged = newest.filter(plan -> isSame(plan, manifestDigest, settingsDigest)).isPresent();
    number =
        unchanged ? newest.orElseThrow().number() : plans.begin(manifestDigest, settingsDigest);
    counts = Plan.Counts.NONE;
    forbidden = 0;
    retakeRows = 0;
  }

  /** Keeps what is to be said of a line of the manifest. */
  void note(long line, List<Problem> found) {
    found.forEach(problem -> plans.note(number, new RowProblem(line, problem)));
  }

  void countRow(Row row) {
    retakeRows += row.replaces().isEmpty() ? 0 : 1;
    counts = counts.withRow(row.namesFiles(setup.inputs()));
  }

  void countRejected() {
    counts = counts.withRejectedRow();
  }

  void countRegenerated() {
    counts = counts.withRegenerated();
  }

  void countWaitingEdit() {
    counts = counts.withWaitingEdit();
  }

  void countForbidden() {
    forbidden++;
  }

  /** Ends the plan after the manifest was read to its end, or finds the newest one as it was. */
  Plan finish() {
    if (unchanged) {
      return plans.newest().orElseThrow();
    }
    if (retakeRows > 0 && retakeRows == counts.rows()) {
      plans.keepOthers(number);
    }
    return plans.finish(number, counts, refusal.of(number, counts, forbidden));
  }

  /** Has what the plan asks for in place of other takes stay asked for: a run is to send it. */
  void order() {
    plans.order(number);
  }

  /** Ends the plan of a manifest that cannot be read. */
  Plan refuse(String why) {
    if (number == 0 || unchanged) {
      number = plans.begin("unreadable", "unreadable");
    }
    return plans.refuse(number, why);
  }

  private String digestOfManifest() {
    try {
      return Sha256.of(manifest());
    } catch (NoSuchFileException missing) {
      throw new UnreadableManifestException(manifest().getFileName() + " does not exist", null);
    } catch (IOException unreadable) {
      throw new UnreadableManifestException(
          manifest().getFileName() + " cannot be read: " + Failures.describe(unreadable), null);
    }
  }

  private static boolean isSame(Plan plan, String manifestDigest, String settingsDigest) {
    return plan.finishedAt() != null
        && plan.counts().waitingEdits() == 0
        // A file can change while the manifest does not.
        && plan.counts().rowsWithFiles() == 0
        && plan.manifestDigest().equals(manifestDigest)
        && plan.settingsDigest().equals(settingsDigest);
  }

  private String settingsThatBearOnRows() {
    Settings settings = setup.settings();
    List<String> named =
        setup.configuredNames().stream()
            .map(name -> name + "=" + setup.factory(name).type() + setup.ownSettings(name))
            .toList();
    List<String> files =
        setup.configuredNames().stream()
            .flatMap(name -> setup.filesOf(name).stream())
            .map(ManifestPlan::digestOf)
            .toList();
    return String.join(
        "\n",
        Version.current(),
        String.valueOf(settings.provider()),
        settings.admission().name(),
        settings.onChange().name(),
        named.toString(),
        files.toString());
  }

  private static String digestOf(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException unreadable) {
      return "cannot be read";
    }
  }
}
