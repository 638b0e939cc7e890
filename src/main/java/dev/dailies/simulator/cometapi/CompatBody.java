package dev.dailies.simulator.cometapi;

import dev.dailies.simulator.Lookup.Found;
import dev.dailies.simulator.SimulatorSettings.BodyForm;
import dev.dailies.simulator.SimulatorSettings.CreateForm;
import dev.dailies.simulator.SimulatorSettings.FeedForm;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Stage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells about creates and tasks as the compat routes do; all values of a task are text there. */
final class CompatBody {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(8));

  private CompatBody() {}

  static ObjectNode created(IssuedTicket ticket, CreateForm form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("code", 200);
    if (form == CreateForm.PLAIN) {
      body.put("message", "").put("msg", "success");
      body.putObject("data").put("task_id", ticket.id());
      return body;
    }
    body.put("msg", "成功");
    ObjectNode data = body.putObject("data").put("task_id", ticket.id());
    if (form == CreateForm.FULL) {
      fill(data, ticket, "", "0", "");
    }
    return body.put("exec_time", 0.12);
  }

  static ObjectNode told(Found task, FeedForm form) {
    return switch (form) {
      case FLAT -> new TaskBody(task).feed();
      case WRAPPED -> new TaskBody(task).in(BodyForm.WRAPPED);
      case DIGITS -> digits(task);
    };
  }

  private static ObjectNode digits(Found task) {
    boolean done = task.stage().status() == Stage.Status.SUCCEEDED;
    String url = done ? task.output().toString() : "";
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("code", 200).put("msg", "成功");
    ObjectNode data = body.putObject("data").put("task_id", task.ticket().id());
    fill(data, task.ticket(), state(task.stage()), digit(task.stage()), url);
    boolean failed = task.stage().status() == Stage.Status.FAILED;
    data.put("msg", failed ? task.ticket().outcome().failure() : "");
    data.put("raw_video_url", url).put("point", "0").put("refund", "0");
    return body.put("exec_time", 0.12).put("ip", "127.0.0.1");
  }

  private static void fill(
      ObjectNode data, IssuedTicket ticket, String state, String status, String url) {
    String created = TIME.format(Instant.ofEpochMilli(ticket.created()));
    data.put("state", state).put("status", status).put("prompt", "").put("prompt_en", "");
    data.put("video_url", url).put("last_frame", "").put("poster", "").put("msg", "");
    data.put("create_time", created).put("update_time", created);
  }

  private static String state(Stage stage) {
    return switch (stage.status()) {
      case PENDING, RUNNING -> "";
      case SUCCEEDED -> "succeeded";
      case FAILED, CANCELLED -> "failed";
    };
  }

  private static String digit(Stage stage) {
    return switch (stage.status()) {
      case PENDING -> "0";
      case RUNNING -> "1";
      case FAILED, CANCELLED -> "2";
      case SUCCEEDED -> "3";
    };
  }
}
