package dev.dailies.provider.comfyui.workflow;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What kind of value an input takes. ComfyUI silently converts a value of another kind (any text
 * that is not empty is true, 5.7 is 5), so it is checked here.
 */
public enum ParameterType {
  STRING("a text"),
  INTEGER("a whole number"),
  NUMBER("a number"),
  BOOLEAN("true or false"),
  IMAGE("an image"),
  VIDEO("a video"),
  AUDIO("a sound file"),
  /** Of the kind that the row gives it: for a placeholder of the user's own. */
  ANY("a value");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String expected;

  ParameterType(String expected) {
    this.expected = expected;
  }

  /** For people, as in "a whole number". */
  public String expected() {
    return expected;
  }

  /** True if the value is a file that has to be uploaded. */
  public boolean isFile() {
    return this == IMAGE || this == VIDEO || this == AUDIO;
  }

  /** How the media types of such files begin; empty if the value is no file. */
  public String mediaPrefix() {
    return isFile() ? name().toLowerCase(Locale.ROOT) + "/" : "";
  }

  /** The kind that a value of the workflow has; {@link #ANY} if it is none of the plain ones. */
  static ParameterType of(JsonNode value) {
    if (value.isIntegralNumber()) {
      return INTEGER;
    }
    if (value.isNumber()) {
      return NUMBER;
    }
    if (value.isBoolean()) {
      return BOOLEAN;
    }
    return value.isString() ? STRING : ANY;
  }

  /** The value as it is sent; empty if it is of another kind. */
  public Optional<JsonNode> read(Object value) {
    return switch (this) {
      case STRING -> Optional.of(JSON.stringNode(value.toString()));
      case IMAGE, VIDEO, AUDIO -> text(value);
      case INTEGER ->
          number(value).filter(n -> n.stripTrailingZeros().scale() <= 0).map(this::whole);
      case NUMBER -> number(value).map(JSON::numberNode);
      case BOOLEAN -> value instanceof Boolean yes ? Optional.of(JSON.booleanNode(yes)) : none();
      case ANY -> plain(value);
    };
  }

  private static Optional<JsonNode> plain(Object value) {
    return BOOLEAN
        .read(value)
        .or(() -> INTEGER.read(value))
        .or(() -> NUMBER.read(value))
        .or(() -> text(value));
  }

  private static Optional<JsonNode> text(Object value) {
    return value instanceof String text ? Optional.of(JSON.stringNode(text)) : none();
  }

  private static Optional<BigDecimal> number(Object value) {
    return value instanceof Number number
        ? Optional.of(new BigDecimal(number.toString()))
        : Optional.empty();
  }

  /** Seeds go to 2^64 - 1, beyond a long. */
  private JsonNode whole(BigDecimal number) {
    return JSON.numberNode(number.toBigInteger());
  }

  private static Optional<JsonNode> none() {
    return Optional.empty();
  }
}
