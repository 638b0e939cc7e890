package dev.dailies.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Remembers which tasks were chosen to be looked at before all others are sent. */
public class Samples {

  private final JdbcClient jdbc;
  private final OwnTransaction transaction;

  public Samples(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new OwnTransaction(transactions);
  }

  /** Remembers that these were chosen: all of them, or none if the process dies. */
  public void choose(Collection<Long> tasks) {
    transaction.run(
        () ->
            tasks.forEach(
                id -> jdbc.sql("update task set sampled = true where id = ?").param(id).update()));
  }

  /** How many of those that were chosen are still to be sent. */
  public long countUnsent(long plan) {
    return jdbc.sql(
            "select count(*) from task where state = 'PLANNED' and plan_number = ? and sampled = true")
        .param(plan)
        .query(Long.class)
        .single();
  }

  /** The names of all that were ever chosen. */
  static Set<String> names(JdbcClient jdbc) {
    return new HashSet<>(
        jdbc
            .sql("select " + TaskRows.COLUMNS + " from task t where t.sampled = true")
            .query(TaskRows::read)
            .list()
            .stream()
            .map(Task::name)
            .toList());
  }
}
