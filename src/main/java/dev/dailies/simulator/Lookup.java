package dev.dailies.simulator;

import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.task.Counts;
import dev.dailies.simulator.task.Stage;
import dev.dailies.simulator.task.Task;
import dev.dailies.simulator.task.Ticket;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Looks tasks up by their tickets, for all formats. */
public final class Lookup {

  private final SimulatorSettings settings;
  private final Clock clock;
  private final RandomGenerator random;
  private final ClipLinks links;
  private final Counts counts;

  Lookup(
      SimulatorSettings settings,
      Clock clock,
      RandomGenerator random,
      ClipLinks links,
      Counts counts) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.links = links;
    this.counts = counts;
  }

  /** One look at a task; {@code unknown} is the answer for a ticket that no simulator issued. */
  public Answer look(String id, Refusals refusals, Answer unknown, Function<Task, Answer> tell) {
    return look(
        refusals,
        () -> {
          long now = clock.millis();
          return Ticket.parse(id)
              .filter(ticket -> now >= ticket.created() + settings.hiddenFor().toMillis())
              .map(ticket -> tell.apply(task(ticket, now)))
              .orElse(unknown);
        });
  }

  /** One look at whatever a format itself remembers. */
  public Answer look(Refusals refusals, Supplier<Answer> tell) {
    counts.looked();
    return random.nextDouble() < settings.errorShare() ? refusals.broken() : tell.get();
  }

  private Task task(Ticket ticket, long now) {
    return new Task(ticket, now, Stage.of(ticket, now), links.link(ticket, now));
  }
}
