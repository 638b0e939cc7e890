package dev.dailies.simulator;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a create's body one by one and remembers the first thing wrong with them. */
final class OrderFields {

  private static final int LONGEST_URL = 2048;

  private final JsonNode body;
  private @Nullable Refusal refusal;

  OrderFields(JsonNode body) {
    this.body = body;
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
    String text = text(name, longest);
    if (text.isBlank()) {
      refuse(name + " is required");
    }
    return text;
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

  Ratio ratio(Set<Ratio> allowed) {
    String text = text("ratio", 20);
    Optional<Ratio> ratio = Ratio.of(text).filter(allowed::contains);
    if (ratio.isEmpty() && has("ratio")) {
      refuse("ratio must be one of " + list(allowed));
    }
    return ratio.orElse(Ratio.WIDE_720);
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
    if (refusal == null) {
      refusal = new Refusal(code, message);
    }
  }

  private void checkUrlLength(String name, String url) {
    if (url.length() > LONGEST_URL) {
      refuse(name + " must be a URL of at most " + LONGEST_URL + " characters");
    }
  }

  private static String list(Set<Ratio> allowed) {
    return allowed.stream().map(Ratio::toString).collect(Collectors.joining(", "));
  }
}
