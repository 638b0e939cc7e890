package dev.dailies.simulator;

import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Decides what becomes of an accepted order, and never prints the same ticket twice. */
final class TicketPrinter {

  private final SimulatorSettings settings;
  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicInteger serial;

  TicketPrinter(SimulatorSettings settings, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.serial = new AtomicInteger(random.nextInt());
  }

  Ticket print(Order order) {
    return new Ticket(
        clock.millis(),
        Math.floorMod(serial.getAndIncrement(), Ticket.SERIALS),
        Math.min(order.seconds(), Ticket.LONGEST_CLIP),
        fate(order.prompt().toLowerCase(Locale.ROOT)),
        generation(),
        order.operation(),
        order.shape(),
        SizeClass.atLeast(settings.clipSize().toBytes()));
  }

  /** What a prompt asks for by a word in brackets goes before chance. */
  private Fate fate(String prompt) {
    if (prompt.contains("[fail]")) {
      return Fate.BAD_OUTPUT;
    }
    if (prompt.contains("[unsafe]")) {
      return Fate.UNSAFE;
    }
    if (prompt.contains("[cancel]")) {
      return Fate.CANCELLED;
    }
    if (random.nextDouble() >= settings.failureShare()) {
      return Fate.SUCCEEDS;
    }
    return random.nextBoolean() ? Fate.INTERNAL : Fate.UNSAFE;
  }

  private int generation() {
    double deviation = settings.jitter() * (2 * random.nextDouble() - 1);
    long millis = Math.round(settings.generationTime().toMillis() * (1 + deviation));
    return (int) Math.min(millis, Ticket.LONGEST_GENERATION);
  }
}
