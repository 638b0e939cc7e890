package dev.dailies.job.run;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.Move;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.Wait;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Remembers how this run began, and says how it stands and how it ended. */
public final class RunRecord {

  private final Books books;
  private final TaskCounts counts;
  private final Providers providers;
  private final RunControl run;
  private final SendLimit limit;
  private final Clock clock;
  private final Instant startedAt;
  private final LongAdder moves = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder doubts = new LongAdder();
  private final Recent<Money> money;
  private final Recent<Boolean> simulated;
  private volatile @Nullable Instant stopsBy;
  private Cost spentBefore = Cost.ZERO;

  RunRecord(
      Books books,
      TaskCounts counts,
      Providers providers,
      RunControl run,
      SendLimit limit,
      Clock clock) {
    this.limit = limit;
    this.books = books;
    this.counts = counts;
    this.providers = providers;
    this.run = run;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.money = new Recent<>(books::money, System::nanoTime);
    this.simulated = new Recent<>(books::isSimulated, System::nanoTime);
  }

  /** Follows a change of state. */
  public void note(Move move) {
    moves.increment();
    limit.note(move.from(), move.to());
    if (move.to() == TaskState.DELIVERED) {
      delivered.increment();
    }
    if (move.to() == TaskState.IN_DOUBT) {
      doubts.increment();
    }
  }

  /** Remembers where things stand before anything is done. */
  public void begin() {
    recount();
    spentBefore = books.money().spent();
  }

  /** How the run stands now. */
  public RunOutcome outcome() {
    Money now = books.money();
    return new RunOutcome(
        books.current(),
        books.all(),
        run.stopReasons(),
        books.newestPlan().orElse(null),
        now,
        books.caps(),
        waits(active -> counts.counts().containsKey(TaskState.PLANNED)),
        new RunOutcome.Done(moves.sum(), delivered.sum(), now.spent().since(spentBefore)),
        startedAt,
        clock.instant());
  }

  /** How often a task has come into doubt in this run. */
  public long doubts() {
    return doubts.sum();
  }

  public void recount() {
    counts.recount();
  }

  /** What people may watch; asks the ledger for the money alone, and that seldom. */
  public RunStatus status() {
    Map<TaskState, Long> states = counts.counts();
    boolean sends = states.containsKey(TaskState.PLANNED);
    List<StopReason> stops = run.stopReasons();
    return new RunStatus(
        startedAt,
        clock.instant(),
        states,
        limit.left(states.getOrDefault(TaskState.PLANNED, 0L), stops),
        money.get(),
        simulated.get(),
        books.caps(),
        waits(active -> sends && active.gate().stopReason().isEmpty()),
        stops.stream().map(StopReason::text).toList(),
        counts.recent().underWay(),
        counts.recent().troubles(),
        stopsBy());
  }

  private @Nullable Instant stopsBy() {
    if (run.isStopped() && stopsBy == null) {
      stopsBy = clock.instant().plus(run.stopTimeout());
    }
    return stopsBy;
  }

  private List<Wait> waits(Predicate<ActiveProvider> sends) {
    return providers.inUse().stream()
        .flatMap(
            active ->
                Stream.concat(
                    sends.test(active) ? active.gate().waitsFor().stream() : Stream.empty(),
                    active.troubles().waits().stream()))
        .toList();
  }
}
