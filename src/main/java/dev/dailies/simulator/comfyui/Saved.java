package dev.dailies.simulator.comfyui;

import dev.dailies.simulator.task.IssuedTicket;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that a workflow saved. Its content follows from the ticket.
 *
 * @param key below which it is named in the history
 * @param type output or temp
 */
record Saved(
    String node, String key, String folder, String name, String type, IssuedTicket ticket) {

  boolean isPicture() {
    return name.endsWith(".png");
  }

  boolean isAnimated() {
    return !isPicture() && key.equals("images");
  }

  ObjectNode fill(ObjectNode json) {
    return json.put("filename", name).put("subfolder", folder).put("type", type);
  }
}
