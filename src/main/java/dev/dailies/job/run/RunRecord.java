package dev.dailies.job.run;

import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.pacing.StopReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Remembers how this run began, and says how it stands and how it ended. */
public final class RunRecord {

  private final TaskQueries queries;
  private final Plans plans;
  private final TaskCounts counts;
  private final Providers providers;
  private final RunControl run;
  private final Clock clock;
  private final Instant startedAt;
  private final LongAdder moves = new LongAdder();
  private final RecentMoney money;

  RunRecord(
      TaskQueries queries,
      Plans plans,
      TaskCounts counts,
      Providers providers,
      RunControl run,
      Clock clock) {
    this.queries = queries;
    this.plans = plans;
    this.counts = counts;
    this.providers = providers;
    this.run = run;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.money = new RecentMoney(queries::money);
  }

  public void countMove() {
    moves.increment();
  }

  /** How the run stands now. */
  public RunOutcome outcome() {
    return new RunOutcome(
        queries.countCurrent(),
        queries.countAll(),
        run.stopReasons(),
        plans.newest().orElse(null),
        queries.money(),
        moves.sum(),
        startedAt,
        clock.instant());
  }

  public void recount() {
    counts.recount();
  }

  /** What people may watch; asks the ledger for the money alone, and that seldom. */
  public RunStatus status() {
    Map<String, String> waitsFor = new TreeMap<>();
    for (ActiveProvider active : providers.inUse()) {
      active.gate().waitsFor().ifPresent(wait -> waitsFor.put(active.name(), wait));
    }
    List<String> reasons = run.stopReasons().stream().map(StopReason::text).toList();
    return new RunStatus(
        startedAt, clock.instant(), counts.counts(), money.get(), waitsFor, reasons);
  }
}
