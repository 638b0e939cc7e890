package dev.dailies.provider.http;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Secret;
import dev.dailies.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A complete answer, read leniently: whatever the media type, a body that begins with a JSON object
 * counts. No text that leaves this class holds the key.
 *
 * <p>{@link ProviderHttp} has taken it out of every text that it has decoded, but can put nothing
 * together: what joins or shows them redacts once more.
 */
public final class JsonAnswer {

  private static final int LONGEST = 300;

  private final Exchange.Answer answer;
  private final Secret key;

  public JsonAnswer(Exchange.Answer answer, Secret key) {
    this.answer = answer;
    this.key = key;
  }

  /** The HTTP status. */
  public int status() {
    return answer.status();
  }

  /** True for 2xx. */
  public boolean isSuccess() {
    return status() >= 200 && status() < 300;
  }

  /** True if the body begins with a JSON object. */
  public boolean isJson() {
    return root().isObject();
  }

  /** The JSON object; a missing node if there is none. */
  public JsonNode root() {
    return answer.body().json();
  }

  /** What followed the JSON object; empty if nothing did. */
  public String rest() {
    return key.redact(answer.body().rest());
  }

  /** The status and the provider's request id. */
  public Evidence evidence() {
    Evidence evidence = answer.evidence();
    String id = evidence.requestId();
    return new Evidence(
        evidence.httpStatus(), id == null ? null : key.redact(id), evidence.isPage());
  }

  /** How long the provider asks to wait; null if it does not say. */
  public @Nullable Duration retryAfter(Clock clock) {
    return RetryAfter.of(answer.headers(), clock.instant());
  }

  /** A text that is not blank, or a whole number as text; null for anything else. */
  public @Nullable String text(JsonNode node) {
    String text = node.isString() || node.isIntegralNumber() ? node.asString() : "";
    return text.isBlank() ? null : key.redact(text);
  }

  /** The beginning of the body on one line, for people. */
  public String excerpt() {
    return key.redact(answer.excerpt());
  }

  /** A text as one line of a bearable length without secrets, for people. */
  public static String onOneLine(String text) {
    return PlainText.oneLine(text, LONGEST);
  }
}
