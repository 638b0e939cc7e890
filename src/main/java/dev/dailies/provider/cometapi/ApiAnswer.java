package dev.dailies.provider.cometapi;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Exchange;
import dev.dailies.provider.RetryAfter;
import dev.dailies.provider.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A complete answer, read leniently: whatever the media type, a body that begins with a JSON object
 * counts. No text that leaves this class holds the key.
 */
final class ApiAnswer {

  private static final String NOT_EXIST = "task_not_exist";

  private final Exchange.Answer answer;
  private final Secret key;
  private final FirstObject body;

  ApiAnswer(Exchange.Answer answer, Secret key) {
    this.answer = answer;
    this.key = key;
    this.body = FirstObject.of(answer.body());
  }

  int status() {
    return answer.status();
  }

  boolean isSuccess() {
    return status() >= 200 && status() < 300;
  }

  boolean isJson() {
    return root().isObject();
  }

  /** The JSON object; a missing node if there is none. */
  JsonNode root() {
    return body.value();
  }

  /** What followed the JSON object; empty if nothing did. */
  String rest() {
    return key.redact(body.rest());
  }

  Evidence evidence() {
    Evidence evidence = answer.evidence();
    String id = evidence.requestId();
    return new Evidence(evidence.httpStatus(), id == null ? null : key.redact(id));
  }

  @Nullable Duration retryAfter(Clock clock) {
    return RetryAfter.of(answer.headers(), clock.instant());
  }

  /** A text that is not blank, or a whole number as text; null for anything else. */
  @Nullable String text(JsonNode node) {
    String text = node.isString() || node.isIntegralNumber() ? node.asString() : "";
    return text.isBlank() ? null : key.redact(text);
  }

  /** The beginning of the body on one line, for people. */
  String excerpt() {
    return key.redact(answer.excerpt());
  }

  /**
   * True if the gateway says that it has no such task. The same words come with HTTP 400, with 404,
   * and inside a 200, so the status does not count.
   */
  boolean saysTaskNotExist() {
    return Stream.of("/code", "/message", "/error/code", "/error", "/status", "/data/status")
        .map(path -> text(root().at(path)))
        .anyMatch(
            text -> text != null && text.strip().toLowerCase(Locale.ROOT).startsWith(NOT_EXIST));
  }
}
