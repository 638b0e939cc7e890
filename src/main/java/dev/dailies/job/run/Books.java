package dev.dailies.job.run;

import dev.dailies.ledger.Money;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.budget.Budget;
import dev.dailies.ledger.budget.CapUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ledger says of the job as a whole: its counts, its newest plan, and its money. */
public final class Books {

  private final TaskQueries queries;
  private final Plans plans;
  private final Budget budget;

  Books(TaskQueries queries, Plans plans, Budget budget) {
    this.queries = queries;
    this.plans = plans;
    this.budget = budget;
  }

  /** How many tasks of the newest plan there are in each state. */
  public Map<TaskState, Long> current() {
    return queries.countCurrent();
  }

  /** The same over all plans. */
  public Map<TaskState, Long> all() {
    return queries.countAll();
  }

  /** The newest reading of the manifest. */
  public Optional<Plan> newestPlan() {
    return plans.newest();
  }

  /** The cost of all attempts that may have cost money. */
  public Money money() {
    return queries.money();
  }

  /** True if nothing was really paid. */
  public boolean isSimulated() {
    return queries.isSimulated();
  }

  /** What is used of each cap. */
  public List<CapUse> caps() {
    return budget.uses();
  }
}
