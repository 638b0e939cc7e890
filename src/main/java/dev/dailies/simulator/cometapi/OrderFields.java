package dev.dailies.simulator.cometapi;

import dev.dailies.simulator.http.Json;
import dev.dailies.simulator.task.Shape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the fields of a create's body one by one and remembers the first thing wrong with them. */
final class OrderFields {

  private static final int LONGEST_URL = 2048;

  private final JsonNode body;
  private final @Nullable OrderFields outer;
  private @Nullable Refusal refusal;

  private OrderFields(JsonNode body, @Nullable OrderFields outer) {
    this.body = body;
    this.outer = outer;
  }

  /** A body that is not JSON has none of the fields, and is refused for lacking them. */
  static OrderFields of(byte[] body) {
    return new OrderFields(Json.parse(body).orElse(JsonNodeFactory.instance.missingNode()), null);
  }

  /** The fields of an object within these; none if it is not there. */
  OrderFields within(String name) {
    return new OrderFields(body.path(name), this);
  }

  /** A create that the gateway does not take: the code and the message of its error body. */
  record Refusal(String code, String message) {}

  Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  boolean has(String name) {
    return body.hasNonNull(name);
  }

  /** A text, empty if it is missing. */
  String text(String name, int longest) {
    if (!has(name)) {
      return "";
    }
    if (!body.path(name).isString()) {
      refuse(name + " must be a string");
      return "";
    }
    String text = body.path(name).stringValue();
    if (text.length() > longest) {
      refuse(name + " must have at most " + longest + " characters, has " + text.length());
    }
    return text;
  }

  String requiredText(String name, int longest) {
    return requiredText(name, longest, "invalid_request");
  }

  String requiredText(String name, int longest, String codeIfMissing) {
    String text = text(name, longest);
    if (text.isBlank()) {
      refuse(codeIfMissing, name + " is required");
    }
    return text;
  }

  void number(String name) {
    if (!body.path(name).isNumber()) {
      refuse(name + " must be a number");
    }
  }

  /** An address that Runway would fetch, or the file itself as a data URI of that kind. */
  String source(String name, String kind, int longestData, String codeIfMissing) {
    String source = text(name, longestData);
    if (source.isBlank()) {
      refuse(codeIfMissing, name + " is required");
    } else if (source.startsWith("https://")) {
      checkUrlLength(name, source);
    } else if (!source.startsWith("data:" + kind + "/")) {
      refuse(name + " must be an https URL or a data URI with " + kind + " data");
    }
    return source;
  }

  long integer(String name, long least, long most, long byDefault) {
    if (!has(name)) {
      return byDefault;
    }
    JsonNode value = body.path(name);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > most) {
      refuse(name + " must be a whole number from " + least + " to " + most);
      return byDefault;
    }
    return value.longValue();
  }

  void bool(String name) {
    if (has(name) && !body.path(name).isBoolean()) {
      refuse(name + " must be true or false");
    }
  }

  Shape ratio(List<String> allowed) {
    if (has("ratio") && !allowed.contains(text("ratio", 20))) {
      refuse("ratio must be one of " + String.join(", ", allowed));
    }
    return ratio();
  }

  /** A ratio of any two numbers. */
  Shape ratio() {
    Optional<Shape> shape = Shape.of(text("ratio", 20));
    if (shape.isEmpty() && has("ratio")) {
      refuse("ratio must be written as in 1280:720");
    }
    return shape.orElse(Shape.WIDE);
  }

  /** Up to three images with an address each; gives the first. */
  String referenceImages() {
    JsonNode images = body.path("referenceImages");
    if (images.isEmpty()) {
      refuse("reference_images_empty", "referenceImages is required");
    } else if (images.size() > 3) {
      refuse("referenceImages must have at most 3 entries, has " + images.size());
    }
    for (JsonNode image : images) {
      new OrderFields(image, this).source("uri", "image", LONGEST_URL, "invalid_request");
    }
    return images.path(0).path("uri").asString("");
  }

  /** An image or a video to take from, such as {@code {"type":"image","uri":…}}. */
  String typed(String name, List<String> types, int longestData) {
    OrderFields asset = within(name);
    String type = asset.text("type", 20);
    if (!types.contains(type)) {
      refuse(name + ".type must be " + String.join(" or ", types));
      return "";
    }
    return asset.source("uri", type, longestData, "invalid_request");
  }

  boolean isOfType(String name, String type) {
    return body.path(name).path("type").asString("").equals(type);
  }

  /** Each reference must be an image with an address. */
  void references() {
    for (JsonNode reference : body.path("references")) {
      if (!reference.path("type").asString("").equals("image")
          || !reference.path("uri").asString("").matches("(?s)(https://|data:image/).+")) {
        refuse("references must be a list of {\"type\":\"image\",\"uri\":…}");
      }
    }
  }

  void refuse(String message) {
    refuse("invalid_request", message);
  }

  private void refuse(String code, String message) {
    if (outer != null) {
      outer.refuse(code, message);
    } else if (refusal == null) {
      refusal = new Refusal(code, message);
    }
  }

  private void checkUrlLength(String name, String url) {
    if (url.length() > LONGEST_URL) {
      refuse(name + " must be a URL of at most " + LONGEST_URL + " characters");
    }
  }
}
