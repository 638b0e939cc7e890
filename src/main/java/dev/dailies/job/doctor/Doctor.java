package dev.dailies.job.doctor;

import dev.dailies.job.folder.QuietLook;
import dev.dailies.job.plan.CapOutlook;
import dev.dailies.job.plan.SendEstimates;
import dev.dailies.job.plan.SendTable;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.pacing.StopReason;
import dev.dailies.settings.JobSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at a job before the night: in two parts, since a plan comes between them. */
public final class Doctor {

  /** What is the same in many rows is told once. */
  private static final int PROBLEMS = 5_000;

  /** As many of the last tasks tell how large clips are. */
  private static final int TASKS = 200;

  /** Where none was delivered yet: ten seconds of a film of 1280 by 720 points, generously. */
  private static final long USUAL_BYTES = 15_000_000;

  private final JobSetup setup;
  private final Plans plans;
  private final OpenTasks tasks;
  private final SendEstimates estimates;
  private final Providers providers;
  private final PlannedLinks links;

  Doctor(
      JobSetup setup,
      Plans plans,
      OpenTasks tasks,
      SendEstimates estimates,
      Providers providers,
      PlannedLinks links) {
    this.links = links;
    this.providers = providers;
    this.setup = setup;
    this.plans = plans;
    this.tasks = tasks;
    this.estimates = estimates;
  }

  /**
   * A night that was planned, and nothing of it sent.
   *
   * @param isCurrent false if what was sent before is not known
   * @param approval what is to be approved first, see {@link #approval}; null if nothing is
   * @param inputs how many links of rows are looked at
   */
  public record Night(
      RunOutcome outcome, boolean isCurrent, @Nullable Finding approval, InputScope inputs) {}

  /** What can be told before the list is read. */
  public static List<Finding> ofGround(JobSetup setup) {
    List<Finding> found = new ArrayList<>(new SettingsCheck(setup).look());
    found.addAll(new FolderCheck(setup).look());
    return found;
  }

  /**
   * What can be told of the lock and of the ledger.
   *
   * @param unknownClips the sidecars of paid clips that the ledger does not know
   */
  public static List<Finding> ofLedger(JobSetup setup, QuietLook look, List<String> unknownClips) {
    List<Finding> found = new ArrayList<>(new LockCheck(setup, look.holder()).look());
    found.addAll(new LedgerCheck(look, unknownClips).look());
    return found;
  }

  /**
   * What a person has to agree to before a run sends it.
   *
   * @param wanted as in {@code 300 tasks for $96}
   * @param limit as the setting says it
   */
  public static Finding approval(String wanted, String limit, String digest) {
    return CapCheck.approval(wanted, limit, digest);
  }

  /** What can be told once the list was read: the network is asked while the rest is looked at. */
  public void ofNight(Night night, Consumer<Finding> teller) {
    SendTable table = estimates.table();
    Map<String, ProviderChecks> asked = new TreeMap<>();
    for (String name : providersOf(table)) {
      providers
          .findQuietly(name)
          .ifPresent(active -> asked.put(name, asked(active, night.inputs())));
    }
    try {
      tell(ofJob(night, table, asked.keySet()), teller);
      List<StopReason> reasons = night.outcome().stopReasons();
      asked.values().forEach(one -> tell(one.checks(reasons, table, night.isCurrent()), teller));
    } finally {
      asked.values().forEach(ProviderChecks::close);
    }
  }

  private ProviderChecks asked(ActiveProvider active, InputScope inputs) {
    return new ProviderChecks(setup, active, links.of(active), inputs);
  }

  private static void tell(List<Check> checks, Consumer<Finding> teller) {
    checks.forEach(check -> check.look().forEach(teller));
  }

  private List<Check> ofJob(Night night, SendTable table, Set<String> asked) {
    RowProblems problems = problems(night.outcome().plan());
    List<Check> checks = new ArrayList<>();
    checks.add(new ListCheck(night.outcome(), problems, table, asked, night.isCurrent()));
    checks.add(new ModelCheck(problems, table));
    checks.add(new DiskCheck(setup, night.isCurrent() ? wanted(table) : 0));
    if (night.isCurrent()) {
      List<CapUse> uses = night.outcome().caps();
      CapOutlook outlook = new CapOutlook(setup.caps(), uses, table);
      checks.add(new CapCheck(uses, outlook, night.approval()));
    }
    return checks;
  }

  /** Those that something is left to send to, or to watch; without any, the usual one. */
  private Set<String> providersOf(SendTable table) {
    Set<String> names = new TreeSet<>(tasks.providersOfWatched());
    table.models().forEach(model -> names.add(model.provider()));
    String usual = setup.settings().provider();
    if (names.isEmpty() && usual != null) {
      names.add(usual);
    }
    return names;
  }

  private RowProblems problems(@Nullable Plan plan) {
    return new RowProblems(plan == null ? List.of() : plans.problems(plan.number(), PROBLEMS));
  }

  /** How many bytes will come, about. */
  private long wanted(SendTable table) {
    long takes =
        table.all().takes()
            + tasks.idsIn(TaskState.SUBMITTED).size()
            + tasks.idsIn(TaskState.SUCCEEDED).size();
    return takes * tasks.usualBytes(TASKS).orElse(USUAL_BYTES);
  }
}
