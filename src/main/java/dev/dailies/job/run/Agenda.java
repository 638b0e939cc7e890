package dev.dailies.job.run;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * What one loop has to do: an entry for each task that the ledger has in a state, started in a
 * worker pool when it is due. Used by one thread at a time.
 *
 * @param <E> what the loop knows of a task
 */
public final class Agenda<E> {

  /** Shortest wait for what is due: it keeps a loop from turning without a pause. */
  private static final Duration BREATH = Duration.ofMillis(5);

  private final Function<E, DueTimer> timers;
  private final Function<E, WorkerPool> pools;
  private final Map<Long, E> entries = new HashMap<>();

  /**
   * An empty agenda.
   *
   * @param timers says when an entry is due
   * @param pools says where it is worked on
   */
  public Agenda(Function<E, DueTimer> timers, Function<E, WorkerPool> pools) {
    this.timers = timers;
    this.pools = pools;
  }

  /**
   * Follows the ledger: forgets tasks that are not among these, and takes up those that are new.
   *
   * @param entry what to know of a new task; empty if there is nothing to be done about it
   */
  public void follow(Set<Long> tasks, LongFunction<Optional<E>> entry) {
    entries.keySet().retainAll(tasks);
    for (Long task : tasks) {
      if (!entries.containsKey(task)) {
        entry.apply(task).ifPresent(taken -> entries.put(task, taken));
      }
    }
  }

  /**
   * Starts what is due, longest due first, as far as there are free slots.
   *
   * @return how long until more is due. What waits for a slot does not count, since a slot that
   *     becomes free is a change
   */
  public Optional<Duration> startDue(Consumer<E> work) {
    open()
        .filter(entry -> timers.apply(entry).isDue())
        .sorted(Comparator.comparingLong(entry -> timers.apply(entry).due()))
        .forEach(entry -> startIfSlotIsFree(entry, work));
    return open()
        .filter(entry -> pools.apply(entry).hasFreeSlot())
        .map(entry -> timers.apply(entry).untilDue())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(wait -> wait.compareTo(BREATH) < 0 ? BREATH : wait);
  }

  /** The entries that have not ended. */
  public Stream<E> open() {
    return entries.values().stream().filter(entry -> !timers.apply(entry).hasEnded());
  }

  /** All entries, those that have ended too. */
  public Stream<E> all() {
    return entries.values().stream();
  }

  /** The tasks that there is an entry for. */
  public Set<Long> tasks() {
    return Set.copyOf(entries.keySet());
  }

  /** Forgets a task. Returns false if the entry was forgotten before. */
  public boolean remove(long task, E entry) {
    return entries.remove(task, entry);
  }

  /** Forgets all tasks. */
  public void clear() {
    entries.clear();
  }

  private void startIfSlotIsFree(E entry, Consumer<E> work) {
    WorkerPool pool = pools.apply(entry);
    if (pool.hasFreeSlot()) {
      timers.apply(entry).start();
      pool.execute(() -> work.accept(entry));
    }
  }
}
