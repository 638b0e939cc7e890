package dev.dailies.simulator.comfyui;

import dev.dailies.simulator.task.Outcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells about a prompt that has ended, as the history does. */
final class PastBody {

  private final Past past;
  private final Outcome outcome;

  PastBody(Past past) {
    this.past = past;
    this.outcome = past.prompt().ticket().outcome();
  }

  ObjectNode json() {
    ObjectNode body = object();
    body.set("prompt", past.prompt().json());
    body.set("outputs", outputs());
    body.set("status", status());
    body.set("meta", meta());
    return body;
  }

  ObjectNode outputs() {
    ObjectNode outputs = object();
    for (Saved file : past.files()) {
      ObjectNode node = outputs.putObject(file.node());
      file.fill(node.putArray(file.key()).addObject());
      if (file.isAnimated()) {
        node.putArray("animated").add(true);
      }
    }
    return outputs;
  }

  ObjectNode status() {
    ObjectNode status = object();
    status.put("status_str", outcome == Outcome.SUCCEEDS ? "success" : "error");
    status.put("completed", outcome == Outcome.SUCCEEDS);
    ArrayNode messages = status.putArray("messages");
    message(messages, "execution_start", past.start());
    message(messages, "execution_cached", past.start()).putArray("nodes");
    switch (outcome) {
      case SUCCEEDS -> message(messages, "execution_success", past.end());
      case CANCELLED -> where(message(messages, "execution_interrupted", past.end()));
      default -> fill(message(messages, "execution_error", past.end()));
    }
    return status;
  }

  /** What broke, with the node at which it did. */
  ObjectNode error() {
    return fill(object().put("prompt_id", past.prompt().id()).put("timestamp", past.end()));
  }

  private ObjectNode fill(ObjectNode error) {
    where(error);
    error.put("exception_message", outcome.failure() + "\n");
    error.put("exception_type", "RuntimeError");
    error.putArray("traceback");
    error.putObject("current_inputs");
    error.putArray("current_outputs");
    return error;
  }

  private void where(ObjectNode message) {
    String node = past.prompt().outputs().get(0);
    message.put("node_id", node).put("node_type", past.prompt().graph().type(node));
    message.putArray("executed");
  }

  private ObjectNode meta() {
    ObjectNode meta = object();
    for (Saved file : past.files()) {
      meta.putObject(file.node())
          .put("node_id", file.node())
          .put("display_node", file.node())
          .putNull("parent_node")
          .put("real_node_id", file.node());
    }
    return meta;
  }

  private ObjectNode message(ArrayNode messages, String name, long time) {
    ArrayNode message = messages.addArray().add(name);
    return message.addObject().put("prompt_id", past.prompt().id()).put("timestamp", time);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
