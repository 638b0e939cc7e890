package dev.dailies.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what every attempt has cost, in pages. */
public class Charges {

  /**
   * True of an attempt {@code a} that may have cost money: all but those that a provider refused,
   * and those that are said never to have been taken. A doubt may have cost money.
   */
  public static final String MAY_HAVE_COST =
      "(a.accepted_at is not null or a.ended_at is null) and a.absent is null";

  private static final int PAGE = 500;

  private final JdbcClient jdbc;

  public Charges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(long task, Charge charge) {}

  /** Hands over every attempt, in the order in which their tasks were first planned. */
  public void forEach(Consumer<Charge> reader) {
    long task = 0;
    int attempt = 0;
    List<Row> page;
    do {
      page = page(task, attempt);
      page.forEach(row -> reader.accept(row.charge));
      if (!page.isEmpty()) {
        Row last = page.get(page.size() - 1);
        task = last.task;
        attempt = last.charge.number();
      }
    } while (page.size() == PAGE);
  }

  private List<Row> page(long task, int attempt) {
    return jdbc.sql(
            "select t.id, t.shot_id, t.take, t.revision, t.state, a.attempt_number, a.provider, a.base_url,"
                + " a.model, a.ticket, a.intended_at, a.price_asked, a.price_charged, case when "
                + MAY_HAVE_COST
                + " then true else false end as counts, case when a.accepted_at is null and"
                + " a.ended_at is null then false else true end as answered, case when"
                + " a.attempt_number < t.attempts or t.state = 'PLANNED' then false else true end"
                + " as is_last from attempt a join task t on t.id ="
                + " a.task_id where a.task_id > ? or (a.task_id = ? and a.attempt_number > ?)"
                + " order by a.task_id, a.attempt_number limit ?")
        .params(task, task, attempt, PAGE)
        .query(Charges::read)
        .list();
  }

  private static Row read(ResultSet row, int number) throws SQLException {
    Charge charge =
        new Charge(
            Task.name(row.getString("shot_id"), row.getInt("take"), row.getInt("revision")),
            TaskState.valueOf(row.getString("state")),
            row.getInt("attempt_number"),
            row.getString("provider"),
            row.getString("base_url"),
            row.getString("model"),
            row.getString("ticket"),
            AttemptRows.instant(row, "intended_at").orElseThrow(),
            row.getBigDecimal("price_asked"),
            row.getBigDecimal("price_charged"),
            row.getBoolean("counts"),
            row.getBoolean("answered"),
            row.getBoolean("is_last"));
    return new Row(row.getLong("id"), charge);
  }
}
