package dev.dailies.simulator.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The money of one provider's account, in what that provider counts: dollars, or credits. It begins
 * anew with each simulator. A task is charged when it is accepted; what is given back comes back
 * when the task ends.
 */
public final class Account {

  /** In dollars: what an account shows that never runs dry. */
  private static final BigDecimal PLENTY = new BigDecimal("10000");

  private final String provider;
  private final BigDecimal usdEach;
  private final BigDecimal start;
  private final boolean runsDry;
  private final List<Move> moves = new ArrayList<>();
  private final Map<String, Charge> byTicket = new HashMap<>();
  private final PriorityQueue<Charge> comingBack =
      new PriorityQueue<>(Comparator.comparingLong(Charge::refundAt));
  private BigDecimal used = BigDecimal.ZERO;

  /**
   * @param usdEach what one of what the provider counts is worth: 1, or what a credit costs
   * @param balance in dollars; null for an account that shows 10,000 and never runs dry
   */
  public Account(String provider, BigDecimal usdEach, @Nullable BigDecimal balance) {
    this.provider = provider;
    this.usdEach = usdEach;
    this.start = (balance == null ? PLENTY : balance).divide(usdEach, 6, RoundingMode.DOWN);
    this.runsDry = balance != null;
  }

  /** Whose account it is, as in {@code runway}. */
  public String provider() {
    return provider;
  }

  /**
   * Takes so much before a task is made.
   *
   * @param now milliseconds since 1970
   * @return false, and nothing taken, if there is not so much
   */
  public synchronized boolean take(BigDecimal amount, long now) {
    settle(now);
    if (runsDry && start.subtract(used).compareTo(amount) < 0) {
      return false;
    }
    used = used.add(amount);
    return true;
  }

  /** Writes down for which task something was taken. */
  public synchronized void book(Charge charge) {
    moves.add(new Move(charge, charge.amount(), charge.at()));
    byTicket.put(charge.ticket(), charge);
    if (charge.refundAt() != Charge.NEVER) {
      comingBack.add(charge);
    }
  }

  /** What a task was charged; empty if it was made by an earlier simulator. */
  public synchronized Optional<Charge> charge(String ticket) {
    return Optional.ofNullable(byTicket.get(ticket));
  }

  /** What is left; never below 0. */
  public synchronized BigDecimal balance(long now) {
    settle(now);
    return start.subtract(used).max(BigDecimal.ZERO);
  }

  /** What was charged and not given back. */
  public synchronized BigDecimal used(long now) {
    settle(now);
    return used;
  }

  /** All that was charged and given back until now. */
  public synchronized List<Move> moves(long now) {
    settle(now);
    return List.copyOf(moves);
  }

  /** An amount of what the provider counts, in dollars. */
  public BigDecimal usd(BigDecimal amount) {
    BigDecimal usd = amount.multiply(usdEach).stripTrailingZeros();
    return usd.setScale(Math.max(2, usd.scale()));
  }

  private void settle(long now) {
    while (!comingBack.isEmpty() && comingBack.peek().refundAt() <= now) {
      Charge back = comingBack.remove();
      used = used.subtract(back.amount());
      moves.add(new Move(back, back.amount().negate(), back.refundAt()));
    }
  }
}
