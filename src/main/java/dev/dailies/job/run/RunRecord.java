package dev.dailies.job.run;

import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Plans;
import dev.dailies.pacing.StopReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Remembers how this run began, and says how it stands and how it ended. */
public final class RunRecord {

  private final Accounts accounts;
  private final Plans plans;
  private final Board board;
  private final Providers providers;
  private final StopReasons stops;
  private final Clock clock;
  private final Instant startedAt;
  private final LongAdder moves = new LongAdder();
  private final RecentMoney money;

  RunRecord(
      Accounts accounts,
      Plans plans,
      Board board,
      Providers providers,
      StopReasons stops,
      Clock clock) {
    this.accounts = accounts;
    this.plans = plans;
    this.board = board;
    this.providers = providers;
    this.stops = stops;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.money = new RecentMoney(accounts::money);
  }

  public void countMove() {
    moves.increment();
  }

  /** How the run stands now. */
  public RunOutcome outcome() {
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

  public void recount() {
    board.recount();
  }

  /** What people may watch; asks the ledger for the money alone, and that seldom. */
  public RunStatus status() {
    Map<String, String> waitsFor = new TreeMap<>();
    for (Slot slot : providers.inUse()) {
      slot.gate().waitsFor().ifPresent(wait -> waitsFor.put(slot.name(), wait));
    }
    List<String> reasons = stops.all().stream().map(StopReason::text).toList();
    return new RunStatus(
        startedAt, clock.instant(), board.counts(), money.get(), waitsFor, reasons);
  }
}
