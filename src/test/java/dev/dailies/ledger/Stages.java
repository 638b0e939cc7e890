package dev.dailies.ledger;

import dev.dailies.provider.Evidence;
import java.util.List;
import java.util.Optional;

/** Takes a new task to any state, the way a run would. */
public final class Stages {

  static final Evidence ANSWER = new Evidence(200, "request-1");
  static final Cause CAUSE = new Cause("CODE", "because", new Evidence(400, "request-2"));
  static final String URL = "https://example.org/clip.mp4?signature=abc";
  static final DeliveredFile FILE = new DeliveredFile("cat.mp4", 1234, "a".repeat(64), "video/mp4");

  private final TestLedger db;
  private int rows;

  public Stages(TestLedger db) {
    this.db = db;
  }

  /** A new task of its own plan. */
  public Task planned() {
    rows++;
    String id = "shot-" + rows;
    long plan = db.plans.begin("manifest", "settings");
    db.match(plan, OnChange.REGENERATE, Rows.row(rows, id));
    return db.task(id);
  }

  /** A new task, taken to the state. */
  public Task in(TaskState state) {
    return state == TaskState.WITHDRAWN ? withdrawn() : from(planned(), state);
  }

  /** A PLANNED task, taken to the state. */
  Task from(Task planned, TaskState state) {
    return switch (state) {
      case PLANNED -> planned;
      case SUBMITTING -> db.ledger.intend(planned, "runway", Rows.REQUEST).task();
      case SUBMITTED -> submitted(from(planned, TaskState.SUBMITTING));
      case SUCCEEDED -> succeeded(from(planned, TaskState.SUBMITTED));
      case DELIVERED -> db.ledger.delivered(from(planned, TaskState.SUCCEEDED), List.of(FILE));
      case REJECTED -> db.ledger.refused(from(planned, TaskState.SUBMITTING), CAUSE);
      case FAILED -> db.ledger.failed(from(planned, TaskState.SUBMITTED), null, false, CAUSE);
      case CANCELLED -> db.ledger.cancelled(from(planned, TaskState.SUBMITTED), null, CAUSE);
      case IN_DOUBT -> db.ledger.doubted(from(planned, TaskState.SUBMITTING), CAUSE);
      case LOST -> db.ledger.lost(from(planned, TaskState.SUBMITTED), CAUSE);
      case UNDELIVERED -> db.ledger.undelivered(from(planned, TaskState.SUCCEEDED), CAUSE);
      case WITHDRAWN -> throw new IllegalArgumentException("only a plan withdraws");
    };
  }

  Task submitted(Task task) {
    String again = task.attempts() > 1 ? " " + task.attempts() : "";
    return db.ledger.submitted(task, "ticket of " + task.name() + again, null, ANSWER);
  }

  Task succeeded(Task task) {
    return db.ledger.succeeded(task, List.of(URL), null, ANSWER);
  }

  private Task withdrawn() {
    Task task = planned();
    db.plan(OnChange.REGENERATE);
    return db.task(task.shotId());
  }

  /** The task as the ledger has it now. */
  Task again(Task task) {
    Optional<Task> found =
        db.tasks(task.shotId()).stream().filter(other -> other.id() == task.id()).findFirst();
    return found.orElseThrow();
  }
}
