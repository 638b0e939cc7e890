package dev.dailies.ledger;

import dev.dailies.ledger.TimeTaken.Kind;
import dev.dailies.provider.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the tasks that the running steps have work to do for. A query that takes a few of many rows
 * orders by all columns of the index {@code task_by_state}, even those that the where clause fixes:
 * only then does HSQLDB walk the index and stop early instead of sorting.
 */
public class OpenTasks {

  private static final String WITH_ATTEMPT =
      "select "
          + TaskRows.COLUMNS
          + ", "
          + AttemptRows.COLUMNS
          + " from task t join attempt a on a.task_id = t.id and a.attempt_number = t.attempts";

  private static final String WITH_TICKET = WITH_ATTEMPT + " where a.ticket is not null";

  private final JdbcClient jdbc;

  public OpenTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The oldest PLANNED tasks of a provider that the given plan saw, leaving some out. */
  public List<Task> planned(String provider, long plan, Set<Long> except, int limit) {
    return planned(provider, plan, "", except, limit);
  }

  /** The same of those that were chosen for a sample. */
  public List<Task> sampled(String provider, long plan, Set<Long> except, int limit) {
    return planned(provider, plan, " and t.sampled = true", except, limit);
  }

  private List<Task> planned(
      String provider, long plan, String which, Set<Long> except, int limit) {
    return jdbc
        .sql(
            "select "
                + TaskRows.COLUMNS
                + " from task t where t.state = 'PLANNED' and t.provider = ? and t.plan_number = ?"
                + which
                + " order by t.state, t.provider, t.id limit ?")
        .params(provider, plan, limit + except.size())
        .query(TaskRows::read)
        .list()
        .stream()
        .filter(task -> !except.contains(task.id()))
        .limit(limit)
        .toList();
  }

  /** The providers of the PLANNED tasks of the given plan, in alphabetical order. */
  public List<String> providersOfPlanned(long plan) {
    return chain(last -> providerOfPlanned(plan, last));
  }

  /** The providers of all DELIVERED tasks, in alphabetical order. */
  public List<String> providersOfDelivered() {
    return chain(this::providerOfDelivered);
  }

  private static List<String> chain(Function<String, Optional<String>> after) {
    List<String> found = new ArrayList<>();
    Optional<String> next = after.apply("");
    while (next.isPresent()) {
      found.add(next.get());
      next = after.apply(next.get());
    }
    return found;
  }

  private Optional<String> providerOfDelivered(String after) {
    return jdbc.sql(
            "select provider from task where state = 'DELIVERED' and provider > ?"
                + " order by state, provider, id limit 1")
        .param(after)
        .query(String.class)
        .optional();
  }

  /** How many DELIVERED tasks of the newest plan were made by another recipe than this one. */
  public long madeOtherwise(String provider, String recipe) {
    return jdbc.sql(
            "select count(*) from task t join attempt a on a.task_id = t.id and a.attempt_number ="
                + " t.attempts where t.state = 'DELIVERED' and t.provider = ? and a.recipe <> ?"
                + " and t.plan_number = (select max(plan_number) from plan)")
        .params(provider, recipe)
        .query(Long.class)
        .single();
  }

  private Optional<String> providerOfPlanned(long plan, String after) {
    return jdbc.sql(
            "select provider from task where state = 'PLANNED' and provider > ?"
                + " and plan_number = ? order by state, provider, id limit 1")
        .params(after, plan)
        .query(String.class)
        .optional();
  }

  /** What a plan has left to send, by provider. */
  public List<LeftToSend> leftToSend(long plan) {
    return jdbc.sql(
            "select provider, count(*) as tasks, coalesce(sum(price), 0) as expected, sum(case when"
                + " price is null then 1 else 0 end) as unpriced from task where state = 'PLANNED'"
                + " and plan_number = ? group by provider order by provider")
        .param(plan)
        .query(
            (row, number) ->
                new LeftToSend(
                    row.getString("provider"),
                    row.getLong("tasks"),
                    new Cost(row.getBigDecimal("expected"), row.getLong("unpriced"))))
        .list();
  }

  /** How many tasks of the provider count towards its window. */
  public int inFlightCount(String provider) {
    return jdbc.sql(
            "select count(*) from task where state in ('SUBMITTING', 'SUBMITTED') and provider = ?")
        .param(provider)
        .query(Integer.class)
        .single();
  }

  /** The addresses to which running and not yet downloaded tasks were sent. */
  public List<InFlightAt> inFlightByAddress() {
    return jdbc.sql(
            "select a.provider, a.base_url, count(*) as tasks from task t join attempt a"
                + " on a.task_id = t.id and a.attempt_number = t.attempts"
                + " where t.state in ('SUBMITTED', 'SUCCEEDED') group by a.provider, a.base_url"
                + " order by a.provider, a.base_url")
        .query(
            (row, number) ->
                new InFlightAt(
                    row.getString("provider"), row.getString("base_url"), row.getLong("tasks")))
        .list();
  }

  /**
   * True if a lost task may be sent again without a person: it was lost for the first time, and its
   * row asks for just this.
   */
  public boolean maySendAgain(Task lost) {
    return jdbc.sql(
                "select count(*) from task t where t.id = ? and t.state = 'LOST' and t.shot is not"
                    + " null and coalesce(t.edit_waits, false) = false and t.plan_number = (select"
                    + " max(plan_number) from plan) and (select count(*) from event e where"
                    + " e.task_id = t.id and e.to_state = 'LOST') = 1")
            .param(lost.id())
            .query(Long.class)
            .single()
        > 0;
  }

  /** The ids of a provider's SUBMITTED tasks. */
  public Set<Long> submitted(String provider) {
    return new LinkedHashSet<>(
        jdbc.sql(
                "select id from task where state = 'SUBMITTED' and provider = ?"
                    + " order by state, provider, id")
            .param(provider)
            .query(Long.class)
            .list());
  }

  /** The providers of tasks that are watched, or were lost. */
  public List<String> providersOfWatched() {
    return jdbc.sql(
            "select distinct provider from task where state in ('SUBMITTED', 'LOST')"
                + " and provider is not null order by provider")
        .query(String.class)
        .list();
  }

  /**
   * The addresses that the newest tasks of a provider were taken at, by the states that prove it.
   */
  public List<String> addressesThatTookTasks(String provider) {
    return Stream.of("SUBMITTED", "SUCCEEDED", "DELIVERED", "UNDELIVERED", "FAILED", "LOST")
        .flatMap(state -> newestAddress(state, provider).stream())
        .distinct()
        .toList();
  }

  private Optional<String> newestAddress(String state, String provider) {
    return jdbc.sql(
            "select a.base_url from task t join attempt a on a.task_id = t.id"
                + " and a.attempt_number = t.attempts where t.state = ? and t.provider = ?"
                + " order by t.state desc, t.provider desc, t.id desc limit 1")
        .params(state, provider)
        .query(String.class)
        .optional();
  }

  /** All tasks with a ticket in the given state, oldest first. */
  public List<InFlight> withTicket(TaskState state) {
    return jdbc.sql(WITH_TICKET + " and t.state = ? order by t.id")
        .param(state.name())
        .query(AttemptRows::inFlight)
        .list();
  }

  /** The task with the given id, if it has a ticket. */
  public Optional<InFlight> inFlight(long id) {
    return jdbc.sql(WITH_TICKET + " and t.id = ?")
        .param(id)
        .query(AttemptRows::inFlight)
        .optional();
  }

  /** The task with the given id and what was sent for it, if it is in doubt. */
  public Optional<Doubt> doubt(long id) {
    return jdbc.sql(WITH_ATTEMPT + " where t.id = ? and t.state = 'IN_DOUBT'")
        .param(id)
        .query(AttemptRows::doubt)
        .optional();
  }

  /** The request that was last sent for a task. */
  public Request sent(Task task) {
    return jdbc.sql(WITH_ATTEMPT + " where t.id = ?")
        .param(task.id())
        .query((row, number) -> AttemptRows.request(row))
        .single();
  }

  /**
   * How long the provider took for its newest delivered tasks, where a run has measured it, oldest
   * first.
   *
   * @param tasks how many tasks to read
   */
  public List<TimeTaken> timesTaken(String provider, int tasks) {
    List<TimeTaken> newestFirst =
        jdbc
            .sql(
                "select "
                    + TaskRows.COLUMNS
                    + ", a.model, a.took_millis from task t join attempt a on a.task_id = t.id"
                    + " and a.attempt_number = t.attempts"
                    + " where t.state = 'DELIVERED' and t.provider = ?"
                    + " order by t.state desc, t.provider desc, t.id desc limit ?")
            .params(provider, tasks)
            .query(OpenTasks::timeTaken)
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    List<TimeTaken> oldestFirst = new ArrayList<>(newestFirst);
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  private static Optional<TimeTaken> timeTaken(ResultSet row, int number) throws SQLException {
    Kind kind = Kind.of(TaskRows.read(row, number), row.getString("model"));
    return Optional.ofNullable(row.getObject("took_millis", Long.class))
        .map(millis -> new TimeTaken(kind, Duration.ofMillis(millis)));
  }

  /**
   * How many bytes the files of a delivered task have, on average over the newest ones; empty if
   * there are none.
   *
   * @param tasks how many tasks to read
   */
  public OptionalLong usualBytes(int tasks) {
    Long average =
        jdbc.sql(
                "select avg(bytes) from (select sum(o.bytes) as bytes from output o where o.task_id"
                    + " in (select id from task where state = 'DELIVERED' order by state desc,"
                    + " provider desc, id desc limit ?) and o.bytes is not null group by"
                    + " o.task_id)")
            .param(tasks)
            .query(Long.class)
            .optional()
            .orElse(null);
    return average == null ? OptionalLong.empty() : OptionalLong.of(average);
  }

  /** The ids of all tasks in the given state. */
  public Set<Long> idsIn(TaskState state) {
    return new LinkedHashSet<>(
        jdbc.sql("select id from task where state = ? order by state, provider, id")
            .param(state.name())
            .query(Long.class)
            .list());
  }

  /**
   * The ids of the tasks whose files may come yet, though a run has given them up: those that are
   * UNDELIVERED, unless their provider has said that the result is gone, and those of which a part
   * is missing.
   */
  public Set<Long> idsGivenUp() {
    return new LinkedHashSet<>(
        jdbc.sql(
                "select id from task where state = 'UNDELIVERED'"
                    + " and (reason_code is null or reason_code <> ?)"
                    + " union select distinct t.id from output o join task t on t.id = o.task_id"
                    + " where o.file_name is null and t.state = 'DELIVERED' order by 1")
            .param(Cause.GONE)
            .query(Long.class)
            .list());
  }

  /** The task with the given id. */
  public Task task(long id) {
    return jdbc.sql("select " + TaskRows.COLUMNS + " from task t where t.id = ?")
        .param(id)
        .query(TaskRows::read)
        .single();
  }

  /** All tasks in the given state, oldest first. */
  public List<Task> in(TaskState state) {
    return jdbc.sql("select " + TaskRows.COLUMNS + " from task t where t.state = ? order by t.id")
        .param(state.name())
        .query(TaskRows::read)
        .list();
  }

  /** The results of a task, in the provider's order. */
  public List<Output> outputs(Task task) {
    return AttemptRows.outputs(jdbc, task);
  }

  /**
   * The PLANNED tasks of one provider.
   *
   * @param expected what they will cost
   */
  public record LeftToSend(String provider, long tasks, Cost expected) {}

  /**
   * The tasks of one provider that were sent to one address and are not settled.
   *
   * @param baseUrl as in {@link dev.dailies.provider.Request#baseUrl}
   */
  public record InFlightAt(String provider, String baseUrl, long tasks) {}
}
