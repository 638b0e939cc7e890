package dev.dailies.simulator;

import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.task.Counts;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Queues;
import dev.dailies.simulator.task.Stage;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Looks tasks up by their tickets, for all formats. */
public final class Lookup {

  private final SimulatorSettings settings;
  private final Clock clock;
  private final RandomGenerator random;
  private final Queues queues;
  private final ClipLinks links;
  private final Counts counts;

  Lookup(
      SimulatorSettings settings,
      Clock clock,
      RandomGenerator random,
      Queues queues,
      ClipLinks links,
      Counts counts) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.queues = queues;
    this.links = links;
    this.counts = counts;
  }

  /**
   * A task as it is at a moment.
   *
   * @param now milliseconds since 1970
   * @param queued how long it waits for others, in milliseconds from its creation
   * @param output where the clip or picture is, once there is one
   */
  public record Found(IssuedTicket ticket, long now, int queued, Stage stage, URI output) {

    /** When it leaves the queue, in milliseconds since 1970. */
    public long start() {
      return Stage.start(ticket, queued);
    }
  }

  /** Answers one poll; {@code unknown} is the answer for a ticket that no simulator issued. */
  public Answer look(String id, Refusals refusals, Answer unknown, Function<Found, Answer> tell) {
    return look(
        refusals,
        () -> {
          long now = clock.millis();
          return IssuedTicket.parse(id)
              .filter(ticket -> now >= ticket.created() + settings.hiddenFor().toMillis())
              .map(ticket -> tell.apply(found(ticket, now)))
              .orElse(unknown);
        });
  }

  /** Answers one poll of what a format stores itself. */
  public Answer look(Refusals refusals, Supplier<Answer> tell) {
    counts.looked();
    return random.nextDouble() < settings.errorShare() ? refusals.broken() : tell.get();
  }

  private Found found(IssuedTicket ticket, long now) {
    int queued = queues.queued(ticket);
    return new Found(ticket, now, queued, Stage.of(ticket, queued, now), links.link(ticket, now));
  }
}
