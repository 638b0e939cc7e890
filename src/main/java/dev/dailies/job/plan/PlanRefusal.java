package dev.dailies.job.plan;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.Settings.Admission;
import dev.dailies.text.Count;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing of a plan is sent though its manifest was read: edits that are forbidden, rows that
 * cannot be planned, or simulated tasks beside real ones in one folder.
 */
final class PlanRefusal {

  private static final String SIMULATOR = "simulator";

  private final OpenTasks tasks;
  private final TaskQueries queries;
  private final JobSetup setup;
  private final Providers providers;

  PlanRefusal(OpenTasks tasks, TaskQueries queries, JobSetup setup, Providers providers) {
    this.tasks = tasks;
    this.queries = queries;
    this.setup = setup;
    this.providers = providers;
  }

  /**
   * The reason, or null if the plan is admitted.
   *
   * @param forbidden how many rows were edited although their clips are there
   */
  @Nullable String of(long plan, Plan.Counts counts, long forbidden) {
    if (forbidden > 0) {
      return forbidden == 1
          ? "1 row was edited although its clip is there (on-change: fail)"
          : forbidden + " rows were edited although their clips are there (on-change: fail)";
    }
    if (counts.rejectedRows() > 0 && setup.settings().admission() == Admission.ALL) {
      return "%d of %s %s a mistake, so nothing new is sent%s"
          .formatted(
              counts.rejectedRows(),
              Count.of(counts.rows(), "row"),
              counts.rejectedRows() == 1 ? "has" : "have",
              counts.rejectedRows() < counts.rows()
                  ? "; --admission=valid sends the good rows"
                  : "");
    }
    Set<String> types = new TreeSet<>(queries.providerTypesUsed());
    tasks.providersOfPlanned(plan).forEach(name -> types.add(providers.get(name).type()));
    return types.size() > 1 && types.contains(SIMULATOR)
        ? "the simulator's tasks and real ones do not share a folder (%s); choose another --output"
            .formatted(String.join(", ", types))
        : null;
  }
}
