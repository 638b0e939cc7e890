package dev.dailies.provider.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON that stands as a text in an answer: some gateways hand on another's answer this way. */
final class JsonInText {

  private static final int LONGEST = 500_000;
  private static final JsonMapper JSON = new JsonMapper();

  private JsonInText() {}

  /** The object or the list; a missing node if it is none. */
  static JsonNode of(JsonNode value) {
    String given = value.isString() ? value.asString() : "";
    String text = given.length() > LONGEST ? "" : given.strip();
    boolean mayBe =
        (text.startsWith("{") && text.endsWith("}"))
            || (text.startsWith("[") && text.endsWith("]"));
    try {
      return mayBe ? JSON.readTree(text) : MissingNode.getInstance();
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }
}
