package dev.dailies.simulator.task;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Decides what becomes of an accepted order, and never issues the same ticket twice. */
public final class TicketIssuer {

  private final Rules rules;
  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicInteger serial;
  private final AtomicInteger failed = new AtomicInteger();

  /**
   * What holds for every task.
   *
   * @param jitter how far a task's generation time may lie from the given one, as a share of it
   * @param failureShare how many tasks fail, from 0 (none) to 1 (all)
   * @param clipBytes every clip has at least so many
   */
  public record Rules(
      Duration generationTime, double jitter, double failureShare, long clipBytes) {}

  public TicketIssuer(Rules rules, Clock clock, RandomGenerator random) {
    this.rules = rules;
    this.clock = clock;
    this.random = random;
    this.serial = new AtomicInteger(random.nextInt());
  }

  public IssuedTicket issue(Order order) {
    return new IssuedTicket(
        clock.millis(),
        Math.floorMod(serial.getAndIncrement(), IssuedTicket.SERIALS),
        Math.min(order.seconds(), IssuedTicket.LONGEST_CLIP),
        Outcome.askedFor(order.prompt()).orElseGet(this::byChance),
        generation(),
        order.operation(),
        order.shape(),
        SizeClass.atLeast(rules.clipBytes()));
  }

  /**
   * Only where the prompt asks for nothing does chance decide. Which failure it is goes by turns,
   * so that few of them are of both kinds: what may succeed unchanged, and what moderation turns
   * down.
   */
  private Outcome byChance() {
    if (random.nextDouble() >= rules.failureShare()) {
      return Outcome.SUCCEEDS;
    }
    return failed.getAndIncrement() % 2 == 0 ? Outcome.INTERNAL : Outcome.UNSAFE;
  }

  private int generation() {
    double deviation = rules.jitter() * (2 * random.nextDouble() - 1);
    long millis = Math.round(rules.generationTime().toMillis() * (1 + deviation));
    return (int) Math.min(millis, IssuedTicket.LONGEST_GENERATION);
  }
}
