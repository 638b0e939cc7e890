package dev.dailies.simulator.cometapi;

import dev.dailies.simulator.Lookup.Found;
import dev.dailies.simulator.SimulatorSettings.BodyForm;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Stage;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells about a task as {@code GET /runwayml/v1/tasks/{id}} does, in one of two forms, and as the
 * feed does.
 */
final class TaskBody {

  private static final ZoneOffset GATEWAY_ZONE = ZoneOffset.ofHours(8);

  private final IssuedTicket ticket;
  private final long now;
  private final Stage stage;
  private final long start;
  private final URI output;

  TaskBody(Found task) {
    this.ticket = task.ticket();
    this.now = task.now();
    this.stage = task.stage();
    this.start = task.start();
    this.output = task.output();
  }

  /** As the feed tells it in its flat form. */
  ObjectNode feed() {
    ObjectNode task = gateway(Instant.ofEpochMilli(ticket.created()));
    boolean done = stage.status() == Stage.Status.SUCCEEDED;
    task.put("fail_reason", done ? "" : failReason());
    return task.put("result_url", done ? output.toString() : "");
  }

  ObjectNode in(BodyForm form) {
    Instant created = Instant.ofEpochMilli(ticket.created());
    return form == BodyForm.FLAT ? flat(created.toString()) : wrapped(created);
  }

  private ObjectNode flat(String createdAt) {
    ObjectNode task = object();
    task.put("id", ticket.id());
    task.put("status", stage.status().name());
    task.put("createdAt", createdAt);
    switch (stage.status()) {
      case PENDING, CANCELLED -> {}
      case RUNNING -> task.put("progress", stage.progress());
      case SUCCEEDED -> task.putArray("output").add(output.toString());
      case FAILED -> {
        task.put("failure", ticket.outcome().failure());
        task.put("failureCode", ticket.outcome().failureCode());
      }
    }
    return task;
  }

  private ObjectNode wrapped(Instant created) {
    ObjectNode envelope = object();
    envelope.put("code", "success");
    envelope.put("message", "");
    envelope.set("data", gateway(created));
    return envelope;
  }

  /** The gateway's own fields, with the task as Runway tells it below {@code data}. */
  private ObjectNode gateway(Instant created) {
    ObjectNode task = object();
    task.put("task_id", ticket.id());
    task.put("action", ticket.operation().name());
    task.put("status", stage.status().wrapped());
    task.put("fail_reason", failReason());
    task.put("submit_time", ticket.created() / 1000);
    task.put("start_time", secondsOnceReached(start));
    task.put("finish_time", secondsOnceReached(Stage.finish(ticket)));
    task.put("progress", Math.round(stage.progress() * 100) + "%");
    task.set("data", flat(gatewayTime(created)));
    return task;
  }

  /** The lineage of the gateway keeps the link of a finished clip in this field. */
  private String failReason() {
    return switch (stage.status()) {
      case PENDING, RUNNING -> "";
      case SUCCEEDED -> output.toString();
      case FAILED -> ticket.outcome().failure();
      case CANCELLED -> "task cancelled";
    };
  }

  private long secondsOnceReached(long millis) {
    return now >= millis ? millis / 1000 : 0;
  }

  private static String gatewayTime(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.truncatedTo(ChronoUnit.SECONDS).atOffset(GATEWAY_ZONE));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
