package dev.dailies.job.plan;

import dev.dailies.files.Sha256;
import dev.dailies.job.run.Failures;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Version;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.OpenTasks.LeftToSend;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.UnreadableManifestException;
import dev.dailies.provider.spi.Rate;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.Settings;
import dev.dailies.settings.Settings.Admission;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the manifest, from its number to its verdict. An unchanged manifest under
 * unchanged settings is not read again.
 */
public final class ManifestPlan {

  private static final String SIMULATOR = "simulator";

  private final Plans plans;
  private final OpenTasks tasks;
  private final TaskQueries queries;
  private final JobSetup setup;
  private final Providers providers;
  private long number;
  private boolean unchanged;
  private Plan.Counts counts = Plan.Counts.NONE;
  private long forbidden;

  ManifestPlan(
      Plans plans, OpenTasks tasks, TaskQueries queries, JobSetup setup, Providers providers) {
    this.plans = plans;
    this.tasks = tasks;
    this.queries = queries;
    this.setup = setup;
    this.providers = providers;
  }

  Path manifest() {
    return setup.files().manifest();
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
    String manifestDigest = digestOfManifest();
    String settingsDigest = Sha256.of(settingsThatBearOnRows());
    Optional<Plan> newest = plans.newest();
    unchanged = newest.filter(plan -> isSame(plan, manifestDigest, settingsDigest)).isPresent();
    number =
        unchanged ? newest.orElseThrow().number() : plans.begin(manifestDigest, settingsDigest);
    counts = Plan.Counts.NONE;
    forbidden = 0;
  }

  void countRow(Row row) {
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
    return plans.finish(number, counts, refusal());
  }

  /** Ends the plan of a manifest that cannot be read. */
  Plan refuse(String why) {
    if (number == 0 || unchanged) {
      number = plans.begin("unreadable", "unreadable");
    }
    return plans.refuse(number, why);
  }

  /** What of the newest plan is left to send, by provider. */
  public List<SendEstimate> estimates() {
    long newest = plans.newest().map(Plan::number).orElse(0L);
    return tasks.leftToSend(newest).stream().map(this::estimate).toList();
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

  private SendEstimate estimate(LeftToSend left) {
    Rate rate = providers.get(left.provider()).settings().submitRate();
    return new SendEstimate(
        left.provider(),
        left.tasks(),
        left.expected(),
        rate.toString(),
        rate.period().multipliedBy(Math.max(0, left.tasks() - 1)));
  }

  private @Nullable String refusal() {
    if (forbidden > 0) {
      return "edited although their clips are there (on-change: fail): %d rows"
          .formatted(forbidden);
    }
    if (counts.rejectedRows() > 0 && setup.settings().admission() == Admission.ALL) {
      return "%d of %d rows cannot be planned, so nothing new is sent (admission: all)"
          .formatted(counts.rejectedRows(), counts.rows());
    }
    Set<String> types = new TreeSet<>(queries.providerTypesUsed());
    tasks.providersOfPlanned(number).forEach(name -> types.add(providers.get(name).type()));
    return types.size() > 1 && types.contains(SIMULATOR)
        ? "the simulator's tasks and real ones do not share a folder (%s); choose another --output"
            .formatted(String.join(", ", types))
        : null;
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
        setup.providerNames().stream()
            .map(name -> name + "=" + setup.factory(name).type() + setup.ownSettings(name))
            .toList();
    List<String> files =
        setup.providerNames().stream()
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
