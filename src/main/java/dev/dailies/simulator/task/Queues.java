package dev.dailies.simulator.task;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks wait that an account may not have made at once. When a task begins is settled when it
 * is taken, since all before it are known. A ticket holds when it ends, not how long it waits: that
 * dies with the process, and the task then seems to be under way.
 */
public final class Queues {

  private final @Nullable Integer atOnce;
  private final Map<String, PriorityQueue<Long>> places = new HashMap<>();
  private final Map<String, Integer> waits = new HashMap<>();

  /**
   * @param atOnce how many of one queue are made at once; null for all
   */
  public Queues(@Nullable Integer atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * The same task with the time that it waits: four hours at most, as long as a ticket can hold.
   */
  public synchronized IssuedTicket enter(String queue, IssuedTicket ticket) {
    if (atOnce == null) {
      return ticket;
    }
    PriorityQueue<Long> free =
        places.computeIfAbsent(queue, name -> new PriorityQueue<>(Collections.nCopies(atOnce, 0L)));
    long start = Math.max(ticket.created(), free.remove());
    free.add(start + ticket.generation());
    int longest = IssuedTicket.LONGEST_GENERATION - ticket.generation();
    int wait = (int) Math.min(start - ticket.created(), longest);
    IssuedTicket queued = ticket.lasting(ticket.generation() + wait);
    if (wait > 0) {
      waits.put(queued.id(), wait);
    }
    return queued;
  }

  /** How long a task waits before it is begun, in milliseconds. */
  public synchronized int queued(IssuedTicket ticket) {
    return waits.getOrDefault(ticket.id(), 0);
  }
}
