package dev.dailies.simulator.runway;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Checks the body of a create against the rule of its model. */
final class BodyCheck {

  private final JsonNode body;
  private final Issues issues;

  BodyCheck(JsonNode body, Issues issues) {
    this.body = body;
    this.issues = issues;
  }

  void check(ModelRule rule) {
    rule.fields().forEach(this::check);
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      String name = field.getKey();
      if (rule.closed() && !name.equals("model") && !rule.fields().containsKey(name)) {
        issues.add("unrecognized_keys", name, "Unrecognized key: \"" + name + "\"");
      }
    }
  }

  private void check(String name, FieldRule rule) {
    JsonNode value = body.path(name);
    if (!value.isMissingNode()) {
      checkValue(name, rule, value);
    } else if (rule.required()) {
      issues.add("invalid_type", name, "Required");
    }
  }

  private void checkValue(String name, FieldRule rule, JsonNode value) {
    switch (rule.type()) {
      case "text" -> limit(name, rule, value.isString(), length(value), "a string");
      case "whole" ->
          limit(name, rule, value.isIntegralNumber(), value.asLong(0), "a whole number");
      case "list" -> limit(name, rule, value.isArray(), value.size(), "an array");
      case "flag" -> expect(name, value.isBoolean(), "a boolean");
      case "object" -> expect(name, value.isObject(), "an object");
      case "choice" -> choice(name, rule, value);
      case "images" -> images(name, rule, value);
      default -> asset(name, rule.type(), value);
    }
  }

  private void limit(String name, FieldRule rule, boolean right, long size, String type) {
    expect(name, right, type);
    if (right && rule.isBelow(size)) {
      issues.add("too_small", name, "Too small: expected at least " + rule.least());
    }
    if (right && rule.isAbove(size)) {
      issues.add("too_big", name, "Too big: expected at most " + rule.most());
    }
  }

  private void expect(String name, boolean right, String type) {
    if (!right) {
      issues.add("invalid_type", name, "Invalid input: expected " + type);
    }
  }

  private void choice(String name, FieldRule rule, JsonNode value) {
    List<Object> choices = rule.of() == null ? List.of() : rule.of();
    String text = value.isString() ? value.stringValue() : value.toString();
    if (choices.stream().noneMatch(choice -> choice.toString().equals(text))) {
      issues.add("invalid_value", name, "Invalid option: expected one of " + choices);
    }
  }

  /** One image, or a list of images with their places. */
  private void images(String name, FieldRule rule, JsonNode value) {
    if (!value.isArray()) {
      asset(name, "image", value);
      return;
    }
    limit(name, rule, true, value.size(), "an array");
    value.forEach(image -> asset(name, "image", image.path("uri")));
  }

  private void asset(String name, String kind, JsonNode value) {
    if (!Asset.isOne(kind, value.asString(""))) {
      issues.add(
          "invalid_format", name, "Must be an HTTPS URL, a Runway URI or a data URI of " + kind);
    }
  }

  private static int length(JsonNode value) {
    return value.asString("").length();
  }
}
