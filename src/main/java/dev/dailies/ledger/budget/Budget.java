package dev.dailies.ledger.budget;

import dev.dailies.ledger.Admission;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.budget.Cap.Measure;
import dev.dailies.ledger.budget.Spending.Slot;
import dev.dailies.ledger.budget.Spending.Sum;
import dev.dailies.provider.Price;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what is spent below the caps. The reservation is the attempt itself: what is spent is read
 * from all attempts that may have cost money, as charged, else as expected, so there is nothing
 * that a process could leave behind when it dies. An intent is checked while no other is being
 * written down, in its own transaction.
 */
public final class Budget implements Admission {

  private final Caps caps;
  private final Clock clock;
  private final Spending spending;

  /**
   * @param runStart when the run began that is under way
   */
  public Budget(JdbcClient jdbc, Caps caps, Supplier<Instant> runStart, Clock clock) {
    this.caps = caps;
    this.clock = clock;
    this.spending = new Spending(jdbc, caps, runStart);
  }

  /** Without caps nobody waits for anybody. */
  @Override
  public void counting(Task task, Runnable change) {
    if (caps.isEmpty()) {
      change.run();
    } else {
      count(task, change);
    }
  }

  private synchronized void count(Task task, Runnable change) {
    Map<Slot, Sum> before = spending.of(task.id());
    try {
      change.run();
      spending.replace(before, spending.of(task.id()));
    } catch (RuntimeException failure) {
      spending.forget();
      throw failure;
    }
  }

  @Override
  public void admit(Task task, @Nullable Price price, Instant now) {
    objection(provider(task), price, List.of(), now)
        .ifPresent(
            reached -> {
              throw new OverBudgetException(reached);
            });
  }

  /**
   * Why a task may not be sent now; empty if it may.
   *
   * @param pending tasks that are about to be sent, and have no attempt yet
   */
  public Optional<CapReached> objection(Task task, Collection<Task> pending) {
    return objection(provider(task), task.price(), pending, clock.instant());
  }

  private synchronized Optional<CapReached> objection(
      String provider, @Nullable Price price, Collection<Task> pending, Instant now) {
    BigDecimal costs = caps.counted(provider, usd(price));
    return caps.of(provider).stream()
        .map(cap -> new CapReached(use(cap, pending, now), costs))
        .filter(CapReached::isSo)
        .min(Comparator.comparing(CapReached::lacksPrice).thenComparing(CapReached::window));
  }

  /** What is used of each cap, by now. */
  public synchronized List<CapUse> uses() {
    Instant now = clock.instant();
    return caps.all().stream().map(cap -> use(cap, List.of(), now)).toList();
  }

  private CapUse use(Cap cap, Collection<Task> pending, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, caps.zone());
    Sum sent = spending.in(slot -> cap.isOf(slot.provider()) && cap.window().holds(slot, today));
    Sum all =
        pending.stream()
            .filter(task -> cap.isOf(provider(task)))
            .map(this::sum)
            .reduce(sent, Sum::plus);
    boolean isMoney = cap.measure() == Measure.USD;
    BigDecimal used = isMoney ? all.usd() : BigDecimal.valueOf(all.tasks());
    return new CapUse(
        cap,
        used,
        isMoney ? all.unpriced() : 0,
        cap.window().next(today, caps.zone()),
        used.compareTo(cap.most().multiply(caps.warn())) >= 0);
  }

  private Sum sum(Task task) {
    return Sum.of(caps.counted(provider(task), usd(task.price())));
  }

  private static @Nullable BigDecimal usd(@Nullable Price price) {
    return price == null ? null : price.usd();
  }

  private static String provider(Task task) {
    return Objects.requireNonNull(task.provider(), "a task that is sent has a provider");
  }
}
