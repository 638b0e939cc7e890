package dev.dailies.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Tells about one task. */
final class TaskEndpoint implements Endpoint {

  static final String PATH = "/runwayml/v1/tasks/";

  private final SimulatorSettings settings;
  private final Clock clock;
  private final RandomGenerator random;
  private final ClipLinks links;
  private final Counts counts;

  TaskEndpoint(
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

  @Override
  public Optional<Answer> answer(HttpExchange exchange) {
    counts.looked();
    if (random.nextDouble() < settings.errorShare()) {
      return Optional.of(Errors.broken());
    }
    long now = clock.millis();
    String id = exchange.getRequestURI().getPath().substring(PATH.length());
    return Ticket.parse(id)
        .filter(ticket -> now >= ticket.created() + settings.hiddenFor().toMillis())
        .map(ticket -> tell(ticket, now))
        .or(() -> Optional.of(Errors.taskNotExist()));
  }

  private Answer tell(Ticket ticket, long now) {
    TaskBody task = new TaskBody(ticket, now, links.link(ticket, now));
    return Answer.json(200, task.in(settings.bodyForm()));
  }
}
