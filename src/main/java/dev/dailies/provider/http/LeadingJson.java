package dev.dailies.provider.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The JSON object that a body begins with. The gateway is known to append an error to an answer
 * that it has already given, so whatever follows the object is ignored.
 *
 * @param value a missing node if the body does not begin with a whole object
 * @param rest what follows the object; empty if nothing does
 */
record LeadingJson(JsonNode value, String rest) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Python writes NaN and Infinity, which JSON does not have.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();
  private static final LeadingJson NONE = new LeadingJson(MissingNode.getInstance(), "");

  static LeadingJson of(String body) {
    String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
    try (JsonParser parser = JSON.createParser(text)) {
      @Nullable JsonNode first = JSON.readTree(parser);
      if (first == null || !first.isObject()) {
        return NONE;
      }
      int end = (int) parser.currentLocation().getCharOffset();
      return new LeadingJson(first, text.substring(end).strip());
    } catch (JacksonException noJson) {
      return NONE;
    }
  }
}
