package dev.dailies.simulator;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.task.Admission;
import dev.dailies.simulator.task.Counts;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Queues;
import dev.dailies.simulator.task.TakenOrders;
import dev.dailies.simulator.task.TicketIssuer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes the creates of all formats: one limit, the same faults, one journal. */
public final class CreateEndpoint {

  private static final int LARGEST_BODY = 24 * 1024 * 1024;

  private final SimulatorSettings settings;
  private final Clock clock;
  private final RandomGenerator random;
  private final Admission admission;
  private final TicketIssuer issuer;
  private final Queues queues;
  private final TakenOrders journal;
  private final Counts counts;

  CreateEndpoint(
      SimulatorSettings settings,
      Clock clock,
      RandomGenerator random,
      Admission admission,
      TicketIssuer issuer,
      Queues queues,
      TakenOrders journal,
      Counts counts) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.admission = admission;
    this.issuer = issuer;
    this.queues = queues;
    this.journal = journal;
    this.counts = counts;
  }

  /** Reads a create in one format. */
  public interface Reader {

    /** What the format makes of a body that is not too large. */
    Reading read(HttpExchange exchange, byte[] body) throws IOException;
  }

  /** An endpoint that creates tasks. */
  public Endpoint taking(Refusals refusals, Reader reader) {
    return exchange -> take(exchange, refusals, reader);
  }

  /** Counts a create that was refused before it was read. */
  public Answer refused(Answer answer) {
    counts.refused();
    return answer;
  }

  private Optional<Answer> take(HttpExchange exchange, Refusals refusals, Reader reader)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    Duration wait = admission.enter();
    if (!wait.isZero()) {
      counts.throttled();
      return Optional.of(refusals.tooMany(wait.plusNanos(999_999_999).toSeconds()));
    }
    if (random.nextDouble() < settings.errorShare()) {
      return Optional.of(refused(refusals.broken()));
    }
    if (body.length > LARGEST_BODY) {
      return Optional.of(refused(refusals.tooLarge()));
    }
    Reading reading = reader.read(exchange, body);
    return reading instanceof Reading.Refused no
        ? Optional.of(refused(no.answer()))
        : accept((Reading.Valid) reading);
  }

  private Optional<Answer> accept(Reading.Valid create) {
    Bill bill = create.bill();
    if (bill != null && !bill.take(clock.millis())) {
      return Optional.of(refused(bill.noCredits()));
    }
    IssuedTicket ticket = issuer.issue(create.order());
    if (bill != null) {
      ticket = queues.enter(bill.queue(), ticket);
      bill.book(ticket);
    }
    journal.add(
        Objects.requireNonNullElse(create.order().id(), ticket.id()),
        ticket,
        create.order(),
        bill == null ? null : bill.usd());
    counts.created();
    Answer answer = create.answer().apply(ticket);
    return random.nextDouble() < settings.loseAnswerShare()
        ? Optional.empty()
        : Optional.of(answer);
  }
}
