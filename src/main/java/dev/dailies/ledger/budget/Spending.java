package dev.dailies.ledger.budget;

import dev.dailies.ledger.Charges;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was spent, by provider and day: the attempts themselves, added up. They are read once, and
 * again whenever a change of them has failed; a change that is committed counts by what it has made
 * of its task's attempts. Needs the caller's lock.
 */
final class Spending {

  private static final String ATTEMPTS =
      "select a.provider, a.intended_at, coalesce(a.price_charged, a.price_asked) as usd from"
          + " attempt a where "
          + Charges.MAY_HAVE_COST;

  /** Where an attempt belongs. */
  record Slot(String provider, LocalDate day, boolean ofRun) {}

  /**
   * What attempts come to.
   *
   * @param unpriced how many of them have a price that nobody knows: they count as nothing in usd
   */
  record Sum(BigDecimal usd, long tasks, long unpriced) {

    static final Sum NONE = new Sum(BigDecimal.ZERO, 0, 0);

    Sum plus(Sum other) {
      return new Sum(usd.add(other.usd), tasks + other.tasks, unpriced + other.unpriced);
    }

    Sum minus(Sum other) {
      return new Sum(usd.subtract(other.usd), tasks - other.tasks, unpriced - other.unpriced);
    }

    static Sum of(@Nullable BigDecimal usd) {
      return usd == null ? new Sum(BigDecimal.ZERO, 1, 1) : new Sum(usd, 1, 0);
    }
  }

  private final JdbcClient jdbc;
  private final Caps caps;
  private final Supplier<Instant> runStart;
  private final Map<Slot, Sum> sums = new HashMap<>();
  private boolean isRead;

  /**
   * @param runStart when the run began that is under way
   */
  Spending(JdbcClient jdbc, Caps caps, Supplier<Instant> runStart) {
    this.jdbc = jdbc;
    this.caps = caps;
    this.runStart = runStart;
  }

  /** What one provider, or all of them, has cost in such slots. */
  Sum in(Predicate<Slot> slots) {
    read();
    return sums.entrySet().stream()
        .filter(entry -> slots.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Sum.NONE, Sum::plus);
  }

  /** What the attempts of a task come to now. */
  Map<Slot, Sum> of(long task) {
    read();
    Map<Slot, Sum> found = new HashMap<>();
    jdbc.sql(ATTEMPTS + " and a.task_id = ?").param(task).query(adding(found));
    return found;
  }

  /** Counts what has become of a task's attempts. */
  void replace(Map<Slot, Sum> before, Map<Slot, Sum> after) {
    before.forEach((slot, sum) -> sums.merge(slot, sum, (all, some) -> all.minus(some)));
    after.forEach((slot, sum) -> sums.merge(slot, sum, Sum::plus));
  }

  /** What is known may be wrong: it is read again when it is wanted. */
  void forget() {
    isRead = false;
  }

  private void read() {
    if (!isRead) {
      sums.clear();
      jdbc.sql(ATTEMPTS).query(adding(sums));
      isRead = true;
    }
  }

  private RowCallbackHandler adding(Map<Slot, Sum> found) {
    return row -> add(row, found);
  }

  private void add(ResultSet row, Map<Slot, Sum> found) throws SQLException {
    Instant intended = row.getObject("intended_at", OffsetDateTime.class).toInstant();
    String provider = row.getString("provider");
    Slot slot =
        new Slot(
            provider,
            LocalDate.ofInstant(intended, caps.zone()),
            !intended.isBefore(runStart.get()));
    found.merge(slot, Sum.of(caps.counted(provider, row.getBigDecimal("usd"))), Sum::plus);
  }
}
