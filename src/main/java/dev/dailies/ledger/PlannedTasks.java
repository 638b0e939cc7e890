package dev.dailies.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what a plan has left to send, in pages. */
public class PlannedTasks {

  private static final int PAGE = 500;

  private final JdbcClient jdbc;

  public PlannedTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Hands over the PLANNED tasks of a provider that the given plan saw, oldest first. */
  public void forEach(String provider, long plan, Consumer<Task> reader) {
    long last = 0;
    List<Task> page;
    do {
      page = page(provider, plan, last);
      page.forEach(reader);
      last = page.isEmpty() ? last : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
  }

  private List<Task> page(String provider, long plan, long after) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from task t where t.state = 'PLANNED' and t.provider = ? and t.id > ?"
                + " and t.plan_number = ? order by t.state, t.provider, t.id limit ?")
        .params(provider, after, plan, PAGE)
        .query(TaskRows::read)
        .list();
  }
}
