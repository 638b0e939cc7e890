package dev.dailies.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the rows of which a plan would send something that was paid for before, or nearly. */
public class PaidBefore {

  private static final String EDITED =
      " from task where state = 'PLANNED' and plan_number = ? and revision > 1";

  /** As many tasks that are no longer in the manifest are remembered while it is searched. */
  private static final int MOST_GONE = 10_000;

  private final JdbcClient jdbc;

  public PaidBefore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many rows were edited after they were sent. */
  public long countEdited(long plan) {
    return jdbc.sql("select count(distinct manifest_line)" + EDITED)
        .param(plan)
        .query(Long.class)
        .single();
  }

  /** The first rows that were edited after they were sent, in the manifest's order. */
  public List<Edited> edited(long plan, int limit) {
    return jdbc.sql(
            "select manifest_line, min(id) as first_id, count(*) as tasks, sum(price) as usd,"
                + " sum(case when price is null then 1 else 0 end) as unpriced"
                + EDITED
                + " group by manifest_line order by manifest_line limit ?")
        .params(plan, limit)
        .query(this::edited)
        .list();
  }

  private Edited edited(ResultSet row, int number) throws SQLException {
    Task task = task(row.getLong("first_id"));
    Task before = before(task);
    Cost cost =
        new Cost(
            Amounts.plain(
                row.getBigDecimal("usd") == null ? Cost.ZERO.usd() : row.getBigDecimal("usd")),
            row.getLong("unpriced"));
    return new Edited(row.getLong("manifest_line"), task, before, row.getLong("tasks"), cost);
  }

  private Task task(long id) {
    return jdbc.sql("select " + TaskRows.COLUMNS + " from task t where t.id = ?")
        .param(id)
        .query(TaskRows::read)
        .single();
  }

  /** The newest revision before this one; there is one for every revision but the first. */
  private Task before(Task task) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from task t where t.shot_key = ? and t.take = ? and t.revision < ?"
                + " order by t.revision desc limit 1")
        .params(task.key(), task.take(), task.revision())
        .query(TaskRows::read)
        .single();
  }

  /**
   * The rows that are new by their ids, but ask for what was sent under another id that is gone
   * from the manifest, in the manifest's order.
   */
  public List<Renamed> renamed(long plan) {
    Map<String, String> gone = gone(plan);
    List<Renamed> renamed = new ArrayList<>();
    if (!gone.isEmpty()) {
      jdbc.sql(
              "select manifest_line, shot_id, price, request from task where state = 'PLANNED'"
                  + " and plan_number = ? and attempts = 0 and revision = 1 and request is not null"
                  + " order by manifest_line, take")
          .param(plan)
          .query(
              row -> {
                String former = gone.remove(row.getString("request"));
                if (former != null) {
                  renamed.add(
                      new Renamed(
                          row.getLong("manifest_line"),
                          row.getString("shot_id"),
                          former,
                          Cost.of(Amounts.read(row.getBigDecimal("price")))));
                }
              });
    }
    return renamed;
  }

  private Map<String, String> gone(long plan) {
    Map<String, String> gone = new HashMap<>();
    jdbc.sql(
            "select request, shot_id from task t where plan_number < ? and attempts > 0 and request"
                + " is not null and state not in ('FAILED', 'REJECTED', 'CANCELLED', 'WITHDRAWN')"
                + " and not exists (select 1 from task n where n.shot_key = t.shot_key and"
                + " n.plan_number = ?) order by id desc limit ?")
        .params(plan, plan, MOST_GONE)
        .query(
            row -> {
              gone.put(row.getString("request"), row.getString("shot_id"));
            });
    return gone;
  }

  /**
   * A row that was edited.
   *
   * @param task the first of its takes that would be sent
   * @param before what was sent for that take
   * @param tasks how many of its takes would be sent
   * @param cost what they will cost
   */
  public record Edited(long line, Task task, Task before, long tasks, Cost cost) {}

  /**
   * A row under another id.
   *
   * @param former the id that it had
   */
  public record Renamed(long line, String id, String former, Cost cost) {}
}
