package dev.dailies.provider.models;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prices as files of earlier versions say them: {@code usd} and {@code usdPerSecond}. */
final class EarlierPrices {

  private EarlierPrices() {}

  /** The same file as it would be written today. */
  static JsonNode rewritten(JsonNode file) {
    for (JsonNode model : file.path("models")) {
      if (model instanceof ObjectNode facts && !facts.has("price")) {
        JsonNode perTask = facts.path("usd");
        JsonNode perSecond = facts.path("usdPerSecond");
        if (perTask.isNumber()) {
          facts.put("price", perTask.asString());
        } else if (perSecond.isNumber()) {
          facts.put("price", perSecond.asString() + "/s");
        }
      }
      if (model instanceof ObjectNode facts) {
        facts.remove("usd");
        facts.remove("usdPerSecond");
      }
    }
    return file;
  }
}
