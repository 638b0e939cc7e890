package dev.dailies.ledger;

import static dev.dailies.ledger.AttemptRows.instant;

import dev.dailies.ledger.Picks.Pick;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers the questions of reports and people. Reads in pages, never the whole ledger at once. */
public class TaskQueries {

  private static final int PAGE = 500;

  private static final String VIEWS =
      "select "
          + TaskRows.COLUMNS
          + ", t.changed_at, "
          + AttemptRows.ALL_COLUMNS
          + " from (%s) t left join attempt a on a.task_id = t.id and a.attempt_number = t.attempts"
          + " order by t.id";

  private static final String PAGE_OF_VIEWS =
      VIEWS.formatted(
          "select * from task where id > ? and state <> 'WITHDRAWN' order by id limit " + PAGE);

  private static final String VIEWS_OF_SHOT =
      VIEWS.formatted("select * from task where shot_key = ?");

  private static final String VIEW_OF_TASK = VIEWS.formatted("select * from task where id = ?");

  /** Of the task's last attempt nobody knows as yet; of an earlier one nobody ever will. */
  private static final String IS_OPEN =
      "(a.attempt_number = t.attempts and t.state in ('IN_DOUBT', 'SUBMITTING'))";

  private static final String IS_SETTLED = "not " + IS_OPEN;

  private static final String MONEY =
      "select sum(case when accepted_at is not null"
          + " then coalesce(price_charged, price_asked) end) as spent,"
          + " sum(case when accepted_at is not null"
          + " and price_charged is null and price_asked is null"
          + " then 1 else 0 end) as spent_unpriced,"
          + unknown(IS_OPEN, "in_doubt")
          + ","
          + unknown(IS_SETTLED, "settled")
          + " from attempt a join task t on t.id = a.task_id";

  private static final String REVISED =
      "select f.shot_id, f.take, f.revision as failed, d.revision as delivered from task f join"
          + " task d on d.shot_key = f.shot_key and d.take = f.take and d.plan_number <>"
          + " f.plan_number where f.state in ('REJECTED', 'FAILED', 'CANCELLED') and f.attempts > 0"
          + " and d.state = 'DELIVERED' and d.revision > f.revision and %s = ?";

  private static final String MADE_BY_ANOTHER =
      "select distinct f.id from task f join task d on d.shot_key = f.shot_key and d.digest ="
          + " f.digest where f.plan_number = ? and f.state in ('REJECTED', 'FAILED') and d.state ="
          + " 'DELIVERED'";

  private final JdbcClient jdbc;

  public TaskQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Hands over every task that is not WITHDRAWN, in the order in which they were first planned. */
  public void forEach(Consumer<TaskView> reader) {
    long newestPlan = newestPlan();
    long last = 0;
    List<TaskView> page;
    do {
      page = page(last, newestPlan);
      page.forEach(reader);
      last = page.isEmpty() ? last : page.get(page.size() - 1).task().id();
    } while (page.size() == PAGE);
  }

  private List<TaskView> page(long after, long newestPlan) {
    List<TaskView> page =
        jdbc.sql(PAGE_OF_VIEWS).param(after).query((row, number) -> read(row, newestPlan)).list();
    if (page.isEmpty()) {
      return page;
    }
    Map<Long, List<Output>> outputs =
        AttemptRows.outputs(jdbc, after, page.get(page.size() - 1).task().id());
    return page.stream()
        .map(view -> view.with(outputs.getOrDefault(view.task().id(), List.of())))
        .toList();
  }

  /** A task as it is now, without its outputs. */
  public TaskView of(Task task) {
    long newestPlan = newestPlan();
    return jdbc.sql(VIEW_OF_TASK)
        .param(task.id())
        .query((row, number) -> read(row, newestPlan))
        .single();
  }

  /** The tasks that the id names, WITHDRAWN ones too, without their outputs. */
  public List<TaskView> named(TaskId id) {
    long newestPlan = newestPlan();
    return jdbc
        .sql(VIEWS_OF_SHOT)
        .param(id.key())
        .query((row, number) -> read(row, newestPlan))
        .list()
        .stream()
        .filter(view -> id.names(view.task()))
        .toList();
  }

  /** The name of the task that has the ticket, in any of its attempts. */
  public Optional<String> holderOf(String ticket) {
    return AttemptRows.holderOf(jdbc, ticket);
  }

  /** What people have said of takes, by the names of their tasks. */
  public Map<String, Pick> picks() {
    return Picks.all(jdbc);
  }

  /** The names of all tasks that were chosen to be looked at before the others were sent. */
  public Set<String> samples() {
    return Samples.names(jdbc);
  }

  /** How many tasks there are in each state, over all plans. */
  public Map<TaskState, Long> countAll() {
    return count("select state, count(*) as n from task group by state", List.of());
  }

  /** How many tasks of the newest plan there are in each state. */
  public Map<TaskState, Long> countCurrent() {
    return count(
        "select state, count(*) as n from task where plan_number = ? group by state",
        List.of(newestPlan()));
  }

  /** How many rows of the newest plan are unusable: nobody was asked about them. */
  public long countUnusable() {
    return jdbc.sql(
            "select count(*) from task where plan_number = ? and state = 'REJECTED'"
                + " and shot is null")
        .param(newestPlan())
        .query(Long.class)
        .single();
  }

  /** The cost of all attempts that may have cost money. */
  public Money money() {
    return jdbc.sql(MONEY).query((row, number) -> money(row)).single();
  }

  /** The same of all attempts of one task. */
  public Money money(Task task) {
    return jdbc.sql(MONEY + " where t.id = ?")
        .param(task.id())
        .query((row, number) -> money(row))
        .single();
  }

  private static Money money(ResultSet row) throws SQLException {
    return new Money(cost(row, "spent"), cost(row, "in_doubt"), cost(row, "settled"));
  }

  /** The sums of what was sent, and whose outcome nobody knows. */
  private static String unknown(String condition, String name) {
    return " sum(case when accepted_at is null and ended_at is null and %1$s then price_asked end)"
            .formatted(condition)
        + " as %2$s, sum(case when accepted_at is null and ended_at is null and %1$s and"
            .formatted(condition, name)
        + " price_charged is null and price_asked is null then 1 else 0 end) as %s_unpriced"
            .formatted(name);
  }

  private static Cost cost(ResultSet row, String column) throws SQLException {
    BigDecimal usd = row.getBigDecimal(column);
    return new Cost(
        Amounts.plain(usd == null ? BigDecimal.ZERO : usd), row.getLong(column + "_unpriced"));
  }

  /** The first files that several tasks have in common, byte by byte. */
  public List<SameFile> sameFiles(int limit) {
    List<String> digests =
        jdbc.sql(
                "select sha256 from output where sha256 is not null group by sha256"
                    + " having count(distinct task_id) > 1 order by min(task_id) limit ?")
            .param(limit)
            .query(String.class)
            .list();
    return digests.stream().map(sha256 -> new SameFile(sha256, namesWith(sha256))).toList();
  }

  private List<String> namesWith(String sha256) {
    return jdbc.sql("select file_name from output where sha256 = ? order by task_id, output_number")
        .param(sha256)
        .query(String.class)
        .list();
  }

  /**
   * Failures of the newest plan of which another revision is delivered, by name, with that one's
   * name: their rows were edited in another list.
   */
  public Map<String, String> deliveredAnew() {
    Map<String, String> names = new HashMap<>();
    jdbc.sql(REVISED.formatted("f.plan_number"))
        .param(newestPlan())
        .query(
            row -> {
              names.put(name(row, "failed"), name(row, "delivered"));
            });
    return names;
  }

  /** Failures of the newest plan of whose very row another take is delivered, by their numbers. */
  public Set<Long> madeByAnotherTake() {
    return new HashSet<>(jdbc.sql(MADE_BY_ANOTHER).param(newestPlan()).query(Long.class).list());
  }

  /** True if another take was asked for in place of the named one. */
  public boolean isReplaced(String name) {
    return jdbc.sql("select count(*) from task where replaces = ?")
            .param(name)
            .query(Long.class)
            .single()
        > 0;
  }

  /** How many rows the newest plan has delivered in an edited form, after they had failed. */
  public long countEditedDelivered() {
    return jdbc.sql(
            "select count(distinct shot_id) from (" + REVISED.formatted("d.plan_number") + ")")
        .param(newestPlan())
        .query(Long.class)
        .single();
  }

  private static String name(ResultSet row, String revision) throws SQLException {
    return Task.name(row.getString("shot_id"), row.getInt("take"), row.getInt(revision));
  }

  /** The types of all providers to which anything was ever sent. */
  public List<String> providerTypesUsed() {
    return jdbc.sql("select distinct provider_type from attempt").query(String.class).list();
  }

  /** True if nothing was really paid: all that was sent went to simulators. */
  public boolean isSimulated() {
    return new Rehearsals(jdbc).areAll();
  }

  private long newestPlan() {
    return jdbc.sql("select coalesce(max(plan_number), 0) from plan").query(Long.class).single();
  }

  private Map<TaskState, Long> count(String sql, List<?> params) {
    Map<TaskState, Long> counts = new EnumMap<>(TaskState.class);
    jdbc.sql(sql)
        .params(params)
        .query(
            row -> {
              counts.put(TaskState.valueOf(row.getString("state")), row.getLong("n"));
            });
    return counts;
  }

  private static TaskView read(ResultSet row, long newestPlan) throws SQLException {
    Task task = TaskRows.read(row, 0);
    return new TaskView(
        task,
        task.plan() == newestPlan,
        instant(row, "changed_at").orElseThrow(),
        AttemptRows.sentIfAny(row),
        List.of());
  }

  /**
   * Identical files of several tasks: a provider may have mixed up its results.
   *
   * @param names in the output folder, at least two
   */
  public record SameFile(String sha256, List<String> names) {}
}
