package dev.dailies.simulator.task;

import dev.dailies.simulator.SimulatorSettings;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Decides what becomes of an accepted order, and never issues the same ticket twice. */
public final class TicketIssuer {

  private final SimulatorSettings settings;
  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicInteger serial;

  public TicketIssuer(SimulatorSettings settings, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.serial = new AtomicInteger(random.nextInt());
  }

  public IssuedTicket issue(Order order) {
    return new IssuedTicket(
        clock.millis(),
        Math.floorMod(serial.getAndIncrement(), IssuedTicket.SERIALS),
        Math.min(order.seconds(), IssuedTicket.LONGEST_CLIP),
        outcome(order.prompt().toLowerCase(Locale.ROOT)),
        generation(),
        order.operation(),
        order.shape(),
        SizeClass.atLeast(settings.clipSize().toBytes()));
  }

  /** What a prompt asks for by a word in brackets goes before chance. */
  private Outcome outcome(String prompt) {
    if (prompt.contains("[fail]")) {
      return Outcome.BAD_OUTPUT;
    }
    if (prompt.contains("[unsafe]")) {
      return Outcome.UNSAFE;
    }
    if (prompt.contains("[cancel]")) {
      return Outcome.CANCELLED;
    }
    if (random.nextDouble() >= settings.failureShare()) {
      return Outcome.SUCCEEDS;
    }
    return random.nextBoolean() ? Outcome.INTERNAL : Outcome.UNSAFE;
  }

  private int generation() {
    double deviation = settings.jitter() * (2 * random.nextDouble() - 1);
    long millis = Math.round(settings.generationTime().toMillis() * (1 + deviation));
    return (int) Math.min(millis, IssuedTicket.LONGEST_GENERATION);
  }
}
