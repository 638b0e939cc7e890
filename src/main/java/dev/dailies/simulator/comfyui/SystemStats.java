package dev.dailies.simulator.comfyui;

import dev.dailies.simulator.http.Answer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The answer to {@code GET /system_stats}: a small server of a version that has all routes. */
final class SystemStats {

  private static final String VERSION = "0.33.0";
  private static final long MEMORY = 16L << 30;

  private SystemStats() {}

  static Answer answer() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode system = body.putObject("system");
    system.put("os", "linux").put("ram_total", MEMORY).put("ram_free", MEMORY / 2);
    system.put("comfyui_version", VERSION).put("python_version", "3.13.5");
    system.put("pytorch_version", "2.6.0").put("embedded_python", false);
    system.putArray("argv").add("main.py").add("--cpu");
    ObjectNode device = body.putArray("devices").addObject();
    device.put("name", "cpu").put("type", "cpu").putNull("index");
    device.put("vram_total", MEMORY).put("vram_free", MEMORY / 2);
    device.put("torch_vram_total", MEMORY).put("torch_vram_free", MEMORY / 2);
    return Answer.json(200, body);
  }
}
