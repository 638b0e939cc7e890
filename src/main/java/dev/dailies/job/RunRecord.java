package dev.dailies.job;

import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Plans;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** Remembers how this run began, and says how it stands. */
final class RunRecord {

  private final Accounts accounts;
  private final Plans plans;
  private final StopReasons stops;
  private final Clock clock;
  private final Instant startedAt;
  private final LongAdder moves = new LongAdder();

  RunRecord(Accounts accounts, Plans plans, StopReasons stops, Clock clock) {
    this.accounts = accounts;
    this.plans = plans;
    this.stops = stops;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  void countMove() {
    moves.increment();
  }

  /** How the run stands now. */
  RunOutcome outcome() {
    return new RunOutcome(
        accounts.countCurrent(),
        accounts.countAll(),
        stops.all(),
        plans.newest().orElse(null),
        accounts.money(),
        moves.sum(),
        startedAt,
        clock.instant());
  }
}
