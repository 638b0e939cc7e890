package dev.dailies.simulator.comfyui;

import dev.dailies.simulator.task.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The queue and the history. One prompt runs at a time; nothing happens in the background, each
 * question brings all up to date first. A duplicate of an id is run like any other, and its history
 * takes the place of the first's.
 */
final class Machine {

  private static final int LONGEST_HISTORY = 1_000;
  private static final int LONGEST_QUEUE = 1_000;

  private final Outputs outputs = new Outputs();
  private final List<Prompt> pending = new ArrayList<>();
  private final Map<String, Past> history =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Past> eldest) {
          return size() > LONGEST_HISTORY;
        }
      };

  private @Nullable Prompt running;
  private long started;
  private long free;

  /**
   * What stands where.
   *
   * @param started when the running one began, in milliseconds since 1970
   */
  record Board(@Nullable Prompt running, long started, List<Prompt> pending) {

    /** How many have not ended. */
    int remaining() {
      return pending.size() + (running == null ? 0 : 1);
    }
  }

  synchronized boolean isFull() {
    return pending.size() >= LONGEST_QUEUE;
  }

  synchronized void add(Prompt prompt, long now) {
    settle(now);
    pending.add(prompt);
    settle(now);
  }

  synchronized Board board(long now) {
    settle(now);
    return new Board(running, started, List.copyOf(pending));
  }

  synchronized Optional<Past> past(String id, long now) {
    settle(now);
    return Optional.ofNullable(history.get(id));
  }

  /** All that ended, oldest first. */
  synchronized List<Past> past(long now) {
    settle(now);
    return List.copyOf(history.values());
  }

  /** A file that was saved by now. */
  synchronized Optional<Saved> saved(String type, String folder, String name, long now) {
    settle(now);
    return outputs.find(type, folder, name);
  }

  /** Takes prompts out of the queue; no history keeps them. */
  synchronized void cancel(Set<String> ids, long now) {
    settle(now);
    pending.removeIf(prompt -> ids.contains(prompt.id()));
  }

  synchronized void clear(long now) {
    settle(now);
    pending.clear();
  }

  private void settle(long now) {
    while (true) {
      if (running == null && !pending.isEmpty()) {
        start();
      }
      if (running == null || now < started + running.ticket().generation()) {
        return;
      }
      finish(running);
    }
  }

  private void start() {
    Prompt next = pending.stream().min(Comparator.comparing(Prompt::number)).orElseThrow();
    pending.remove(next);
    running = next;
    started = Math.max(free, next.ticket().created());
  }

  private void finish(Prompt done) {
    free = started + done.ticket().generation();
    boolean succeeds = done.ticket().outcome() == Outcome.SUCCEEDS;
    List<Saved> files = succeeds ? outputs.save(done) : List.of();
    history.put(done.id(), new Past(done, started, free, files));
    running = null;
  }
}
