package dev.dailies.ledger;

import dev.dailies.ledger.RevisionRows.Revision;
import dev.dailies.ledger.RowMatch.Kind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes that a person wants in place of others. Each is one more take of its shot, and is made once
 * for each take that it replaces, however often and from whatever file it is asked for: the take
 * that it replaces stands in its own row. Works in the caller's transaction.
 */
public class Retakes {

  /** The column of a row that names what it replaces. */
  static final String COLUMN = "replaces";

  private final JdbcClient jdbc;
  private final RevisionRows rows;
  private final Clock clock;

  Retakes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.rows = new RevisionRows(jdbc);
    this.clock = clock;
  }

  /** What speaks against a new take for the named one: it is unknown, or asked for already. */
  public Optional<RowMatch> objection(long plan, String shotId, String name) {
    Optional<String> replaced = nameOf(shotId, name);
    if (replaced.isEmpty()) {
      return Optional.of(RowMatch.of(Kind.UNKNOWN));
    }
    return retakeOf(TaskId.key(shotId), replaced.get()).stream()
        .flatMap(take -> rows.of(TaskId.key(shotId), take).stream())
        .filter(revision -> revision.plan() == plan)
        .findFirst()
        .map(seen -> new RowMatch(Kind.DUPLICATE, seen.line()));
  }

  /**
   * Finds or makes the take that replaces the named one.
   *
   * @param row its take counts for nothing
   */
  public RowMatch match(long plan, PlannedRow row, String name) {
    String replaced = nameOf(row.shot().id(), name).orElseThrow();
    Optional<Revision> again = madeAgain(row.key(), TaskId.of(replaced).orElseThrow());
    if (again.isPresent()) {
      rows.touch(again.get(), plan, row.line(), false);
      return RowMatch.of(Kind.UNCHANGED);
    }
    Optional<Integer> known =
        retakeOf(row.key(), replaced).or(() -> restored(row, TaskId.of(replaced).orElseThrow()));
    if (known.isEmpty()) {
      PlannedRow next = row.replacing(replaced, newest(row.key()) + 1);
      insert(plan, next, 1);
      return RowMatch.of(Kind.PLANNED);
    }
    return found(plan, row.replacing(replaced, known.get()));
  }

  /** A newer revision of that very take: it stands in its place, unless nothing came of it. */
  private Optional<Revision> madeAgain(String key, TaskId replaced) {
    return rows.of(key, replaced.takeOrFirst()).stream()
        .findFirst()
        .filter(newest -> newest.number() > replaced.revisionOrFirst())
        .filter(
            newest ->
                newest.state().isOpen()
                    || newest.state().holdsClip()
                    || newest.state() == TaskState.IN_DOUBT);
  }

  private void insert(long plan, PlannedRow row, int revision) {
    Task planned = RowMatching.planned(plan, row, revision);
    rows.insert(planned, row.key(), row.comparison().request(), now());
  }

  /**
   * What was never sent follows its row, and what failed is made as an edited row says; what else
   * was sent is as it was, whatever the row says now.
   */
  private RowMatch found(long plan, PlannedRow row) {
    Revision newest = rows.of(row.key(), row.shot().take()).get(0);
    Task task = RowMatching.planned(plan, row, newest.number());
    boolean refused = newest.state() == TaskState.REJECTED && !newest.digest().equals(row.digest());
    if ((newest.state().isUnsent() && newest.attempts() == 0) || refused) {
      rows.replace(newest, task, row.comparison().request(), now());
      return RowMatch.of(Kind.PLANNED);
    }
    if (newest.state() == TaskState.FAILED && !asksForTheSame(row, newest)) {
      rows.leaveOut(newest);
      insert(plan, row, newest.number() + 1);
      return RowMatch.of(Kind.PLANNED);
    }
    if (newest.retake()) {
      rows.touch(newest, plan, row.line(), false);
    } else {
      rows.refresh(newest, task, newest.request());
    }
    return RowMatch.of(Kind.UNCHANGED);
  }

  /**
   * Has a plan see, beside the takes that a row asks for, those that its shot has more: {@code
   * takes} is the least. Retakes stay whatever became of them, others if their clips are there.
   *
   * @param takes as many as the row asks for
   */
  public void keep(long plan, String shotId, long line, int takes) {
    Map<Integer, List<Revision>> more =
        jdbc
            .sql("select distinct take from task where shot_key = ? and take > ?")
            .params(TaskId.key(shotId), takes)
            .query(Integer.class)
            .list()
            .stream()
            .collect(Collectors.toMap(take -> take, take -> rows.of(TaskId.key(shotId), take)));
    more.values().forEach(revisions -> keep(plan, line, revisions));
  }

  private void keep(long plan, long line, List<Revision> all) {
    List<Revision> revisions =
        all.stream().filter(revision -> revision.state() != TaskState.WITHDRAWN).toList();
    long last = revisions.stream().mapToLong(Revision::plan).max().orElse(Plan.NONE);
    boolean wanted = revisions.stream().anyMatch(Revision::isWanted);
    revisions.stream()
        .filter(revision -> revision.plan() == last && last != plan)
        .findFirst()
        .filter(revision -> wanted || revision.state() == TaskState.DELIVERED)
        .ifPresent(revision -> rows.touch(revision, plan, line, false));
  }

  /** The name of a take as the ledger writes it; empty if there is none of that shot. */
  private Optional<String> nameOf(String shotId, String name) {
    return TaskId.of(name)
        .filter(id -> id.key().equals(TaskId.key(shotId)))
        .flatMap(id -> TaskRows.find(jdbc, id.key(), id.takeOrFirst(), id.revisionOrFirst()))
        .map(Task::name);
  }

  private Optional<Integer> retakeOf(String key, String name) {
    return jdbc.sql("select max(take) from task where shot_key = ? and replaces = ?")
        .params(key, name)
        .query((row, number) -> Optional.of(row.getInt(1)).filter(take -> take > 0))
        .single();
  }

  /** A take that was restored from the journal, which does not know what it replaces. */
  private Optional<Integer> restored(PlannedRow row, TaskId replaced) {
    return jdbc
        .sql(
            "select distinct take from task where shot_key = ? and shot is null"
                + " and replaces is null and attempts > 0 and take > ? order by take")
        .params(row.key(), replaced.takeOrFirst())
        .query(Integer.class)
        .list()
        .stream()
        .filter(take -> rows.of(row.key(), take).stream().anyMatch(known -> isOf(row, known)))
        .findFirst();
  }

  private boolean isOf(PlannedRow row, Revision restored) {
    return restored.digest().equals(row.digest()) || row.comparison().isSame(rows.kept(restored));
  }

  private boolean asksForTheSame(PlannedRow row, Revision sent) {
    String request = row.comparison().request();
    return (request != null && request.equals(sent.request())) || isOf(row, sent);
  }

  private int newest(String key) {
    return jdbc.sql("select max(take) from task where shot_key = ?")
        .param(key)
        .query(Integer.class)
        .single();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
  }
}
