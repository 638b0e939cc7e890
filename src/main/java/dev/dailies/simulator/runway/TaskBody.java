package dev.dailies.simulator.runway;

import dev.dailies.simulator.Lookup.Found;
import dev.dailies.simulator.money.Charge;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Stage;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells about a task as {@code GET /v1/tasks/{id}} does, in its six shapes. */
final class TaskBody {

  private TaskBody() {}

  /**
   * @param charge what it was charged; empty for a task of an earlier simulator, which says nothing
   *     of money, as Runway did before 2026-08-08
   */
  static ObjectNode of(Found task, Optional<Charge> charge) {
    IssuedTicket ticket = task.ticket();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", ticket.id());
    body.put("status", status(task));
    body.put("createdAt", Instant.ofEpochMilli(ticket.created()).toString());
    switch (task.stage().status()) {
      case PENDING -> {}
      case RUNNING -> body.put("progress", task.stage().progress());
      case SUCCEEDED -> body.putArray("output").add(task.output().toString());
      case FAILED -> {
        body.put("failure", ticket.outcome().failure());
        body.put("failureCode", ticket.outcome().failureCode());
      }
      case CANCELLED -> {}
    }
    boolean ended = hasEnded(task.stage());
    charge.ifPresent(
        paid ->
            body.putObject(ended ? "cost" : "estimatedCost")
                .put("credits", (ended ? paid.inTheEnd() : paid.amount()).longValue()));
    return body;
  }

  private static boolean hasEnded(Stage stage) {
    return stage.status() != Stage.Status.PENDING && stage.status() != Stage.Status.RUNNING;
  }

  /** A task is throttled while it waits for others, and a little longer. */
  private static String status(Found task) {
    long turn = task.ticket().created() + task.queued();
    return task.now() < turn + (task.start() - turn) / 3
        ? "THROTTLED"
        : task.stage().status().name();
  }
}
