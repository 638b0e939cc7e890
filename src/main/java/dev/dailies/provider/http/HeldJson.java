package dev.dailies.provider.http;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the tree of what is wanted of a JSON value while it is read. A tree can take thirty times
 * the memory of its text, so it is weighed, and one that is too heavy is given up.
 */
final class HeldJson {

  /**
   * In bytes of memory, more or less: so {@code poll-concurrency} answers have room at once in a
   * heap of 64 MB. Real ones take some thousands.
   */
  static final int HEAVIEST = 4 * 1024 * 1024;

  private static final int NODE = 160;
  private static final int NAME = 100;
  private static final int TEXT = 64;
  private static final int NUMBER = 32;
  private static final int PLACE = 8;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonMapper json;
  private final JsonParser parser;
  private final UnaryOperator<String> redact;
  private int weight;

  /**
   * @param redact is given each text as it is when it is decoded
   */
  HeldJson(JsonMapper json, JsonParser parser, UnaryOperator<String> redact) {
    this.json = json;
    this.parser = parser;
    this.redact = redact;
  }

  /** All of a value at whose first token the parser stands; afterwards it stands at its last. */
  JsonNode value(Part part) throws TooLargeException {
    @Nullable JsonNode held = held(part);
    return held == null ? MissingNode.getInstance() : held;
  }

  private @Nullable JsonNode held(Part part) throws TooLargeException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(part);
    }
    if (token == JsonToken.START_ARRAY) {
      return array(part);
    }
    if (token != JsonToken.VALUE_STRING) {
      if (!part.holdsNumbers()) {
        return null;
      }
      weigh(NUMBER);
      return json.readTree(parser);
    }
    String text = redact.apply(parser.getString());
    if (!part.holds(text)) {
      return null;
    }
    weigh(TEXT + 2 * text.length());
    return NODES.stringNode(text);
  }

  private @Nullable JsonNode object(Part part) throws TooLargeException {
    weigh(NODE);
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = redact.apply(parser.currentName());
      parser.nextToken();
      @Nullable JsonNode value = below(part, name);
      if (value != null) {
        weigh(NAME + 2 * name.length());
        object.set(name, value);
      }
    }
    return object.isEmpty() ? empty(object, part) : object;
  }

  /** What is not held keeps its place. */
  private @Nullable JsonNode array(Part part) throws TooLargeException {
    weigh(NODE);
    ArrayNode array = NODES.arrayNode();
    boolean isEmpty = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      @Nullable JsonNode value = below(part, Integer.toString(array.size()));
      isEmpty &= value == null;
      weigh(PLACE);
      array.add(value);
    }
    return isEmpty ? empty(array, part) : array;
  }

  private @Nullable JsonNode below(Part part, String name) throws TooLargeException {
    Part wanted = part.below(name);
    if (wanted == null) {
      parser.skipChildren();
      return null;
    }
    return held(wanted);
  }

  private @Nullable JsonNode empty(JsonNode value, Part part) throws TooLargeException {
    if (part.holdsEmpty()) {
      return value;
    }
    weigh(-NODE - PLACE * value.size());
    return null;
  }

  private void weigh(int more) throws TooLargeException {
    weight += more;
    if (weight > HEAVIEST) {
      throw new TooLargeException("an answer that says more than can be held");
    }
  }
}
