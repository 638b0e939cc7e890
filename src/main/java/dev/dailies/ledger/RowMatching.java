package dev.dailies.ledger;

import dev.dailies.ledger.RevisionRows.Revision;
import dev.dailies.ledger.RowMatch.Kind;
import dev.dailies.text.PlainText;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Matches the rows of a manifest with the ledger's tasks and stamps them with the plan's number. A
 * take's revisions are separate tasks; the one with the row's columns is the row's task, so undoing
 * an edit finds the old clip again. Works in the caller's transaction.
 */
public class RowMatching {

  private final RevisionRows rows;
  private final Retakes retakes;
  private final Clock clock;

  public RowMatching(JdbcClient jdbc, Clock clock) {
    this.rows = new RevisionRows(jdbc);
    this.retakes = new Retakes(jdbc, clock);
    this.clock = clock;
  }

  /** The same for rows that want new takes in place of others. */
  public Retakes retakes() {
    return retakes;
  }

  /** Finds or creates the task that the row asks for. */
  public RowMatch match(long plan, PlannedRow row, OnChange onChange) {
    List<Revision> revisions = rows.of(row.key(), row.shot().take());
    Optional<Revision> seen = newest(revisions, revision -> revision.plan() == plan);
    if (seen.isPresent()) {
      return new RowMatch(Kind.DUPLICATE, seen.get().line());
    }
    if (revisions.stream().anyMatch(Revision::isWanted)) {
      return touch(plan, row, revisions.get(0), Kind.UNCHANGED);
    }
    Optional<Revision> same =
        newest(revisions, revision -> revision.digest().equals(row.digest()))
            .or(() -> newest(revisions, revision -> asksForTheSame(revision, row)));
    if (same.isPresent() && !same.get().state().isUnsent()) {
      return unchanged(plan, row, same.get());
    }
    return revisions.isEmpty()
        ? plan(plan, row, Optional.empty(), 1, Kind.PLANNED)
        : want(plan, row, onChange, revisions, same);
  }

  private boolean asksForTheSame(Revision revision, PlannedRow row) {
    String sent = revision.request();
    return (sent != null && sent.equals(row.comparison().request()))
        || row.comparison().isSame(rows.kept(revision));
  }

  private RowMatch unchanged(long plan, PlannedRow row, Revision revision) {
    // A task that no plan has seen was restored from the journal, which does not know its shot.
    if (!revision.state().mayBecome(TaskState.PLANNED)
        && revision.plan() != Plan.NONE
        && revision.digest().equals(row.digest())) {
      if (row.hasOwnColumns()) {
        rows.keepCells(revision, row.cells());
      }
      return touch(plan, row, revision, Kind.UNCHANGED);
    }
    rows.refresh(revision, planned(plan, row, revision.number()), request(revision, row));
    return RowMatch.of(Kind.UNCHANGED);
  }

  /** Decides whether what the row asks for may be sent, and now. */
  private RowMatch want(
      long plan,
      PlannedRow row,
      OnChange onChange,
      List<Revision> revisions,
      Optional<Revision> same) {
    Revision latest = revisions.get(0);
    Optional<Revision> clip = newest(revisions, revision -> revision.state().holdsClip());
    Optional<Revision> busy = newest(revisions, revision -> revision.state().holdsEdits());
    if (busy.isPresent()) {
      return touch(plan, row, busy.get(), Kind.EDIT_WAITS);
    }
    Optional<Revision> wish = wish(revisions);
    boolean isWish = same.isPresent() && same.equals(wish);
    if (clip.isPresent() && onChange == OnChange.KEEP && !isWish) {
      return touch(plan, row, wish.orElse(clip.get()), Kind.KEPT);
    }
    if (clip.isPresent() && onChange == OnChange.FAIL && !isWish) {
      return touch(plan, row, clip.get(), Kind.FORBIDDEN);
    }
    // What an attempt has asked for stays as it is: undoing the edit is to find what became of it.
    Optional<Revision> free =
        same.or(() -> Optional.of(latest).filter(revision -> revision.attempts() == 0));
    return plan(plan, row, free, latest.number() + 1, kind(clip, same));
  }

  /** What a person wants made again as it was: the newest revision, not sent yet. */
  private static Optional<Revision> wish(List<Revision> revisions) {
    Revision latest = revisions.get(0);
    return revisions.stream()
        .filter(before -> latest.state().isUnsent() && before.state().holdsClip())
        .filter(before -> before.digest().equals(latest.digest()))
        .findFirst()
        .map(before -> latest);
  }

  private static Kind kind(Optional<Revision> clip, Optional<Revision> same) {
    if (clip.isPresent()) {
      return Kind.REGENERATED;
    }
    boolean planned = same.isPresent() && same.get().state() == TaskState.PLANNED;
    return planned ? Kind.UNCHANGED : Kind.PLANNED;
  }

  private RowMatch plan(
      long plan, PlannedRow row, Optional<Revision> free, int nextRevision, Kind kind) {
    Task planned = planned(plan, row, free.map(Revision::number).orElse(nextRevision));
    free.ifPresentOrElse(
        before -> rows.replace(before, planned, row.comparison().request(), now()),
        () -> rows.insert(planned, row.key(), row.comparison().request(), now()));
    return RowMatch.of(kind);
  }

  /** What was sent stays known, whatever today's settings would send. */
  private static @Nullable String request(Revision revision, PlannedRow row) {
    boolean known = revision.request() != null || revision.digest().equals(row.digest());
    return known ? revision.request() : row.comparison().request();
  }

  private RowMatch touch(long plan, PlannedRow row, Revision revision, Kind kind) {
    rows.touch(revision, plan, row.line(), kind == Kind.EDIT_WAITS);
    return RowMatch.of(kind);
  }

  /** True if there is a task of a shot of that id. */
  public boolean knows(String id) {
    return !rows.of(TaskId.key(id), 1).isEmpty();
  }

  /**
   * The ids of shots whose rows have none, by what was sent for their first takes; of very many
   * only the newest.
   */
  public Map<String, String> namelessByRequest() {
    return rows.namelessByRequest(10_000);
  }

  /**
   * The ids that are numbers with zeros before them, such as {@code 001}, by {@link #withoutZeros}
   * of them; of very many only the newest.
   */
  public Map<String, String> zerosByRequest() {
    return rows.zerosByRequest(10_000);
  }

  /** What tells a shot after a spreadsheet has made {@code 1} of its id {@code 001}. */
  public static String withoutZeros(String id, String request) {
    return id.replaceFirst("^0+(?=[0-9])", "") + " " + request;
  }

  /** Keeps a row that cannot be planned, under its line. */
  public void reject(long plan, RejectedRow row) {
    Task rejected = rejected(plan, row);
    rows.of(row.shotId(), 1).stream()
        .findFirst()
        .ifPresentOrElse(
            before -> rows.replace(before, rejected, null, now()),
            () -> rows.insert(rejected, row.shotId(), null, now()));
  }

  private static Optional<Revision> newest(List<Revision> revisions, Predicate<Revision> wanted) {
    return revisions.stream().filter(wanted).findFirst();
  }

  static Task planned(long plan, PlannedRow row, int revision) {
    return new Task(
        0,
        row.shot().id(),
        row.shot().take(),
        revision,
        TaskState.PLANNED,
        0,
        plan,
        row.line(),
        row.provider(),
        row.digest(),
        row.shot(),
        row.cells(),
        row.price(),
        0,
        null,
        null);
  }

  private static Task rejected(long plan, RejectedRow row) {
    return new Task(
        0,
        row.shotId(),
        1,
        1,
        TaskState.REJECTED,
        0,
        plan,
        row.line(),
        null,
        row.digest(),
        null,
        row.cells(),
        null,
        0,
        "MANIFEST",
        PlainText.of(row.reason(), 2000));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
  }
}
