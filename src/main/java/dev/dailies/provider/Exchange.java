package dev.dailies.provider;

import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** How one HTTP request ended, in the four ways that money tells apart. */
public sealed interface Exchange {

  /** A complete answer, whatever it says. The text of the body holds no secret of ours. */
  record Answer(int status, HttpHeaders headers, String body) implements Exchange {

    /** The status and the provider's request id. */
    public Evidence evidence() {
      return new Evidence(status, requestId());
    }

    private @Nullable String requestId() {
      return headers
          .firstValue("X-Request-Id")
          .or(() -> headers.firstValue("X-Oneapi-Request-Id"))
          .or(() -> headers.firstValue("Request-Id"))
          .map(id -> id.substring(0, Math.min(id.length(), 100)))
          .orElse(null);
    }

    /** The beginning of the body on one line, for people. */
    public String excerpt() {
      String line = body.replaceAll("\\p{Cntrl}|\\s+", " ").strip();
      return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
  }

  /** No byte of the request reached the server: name not resolved, connection refused. */
  record NotSent(String reason) implements Exchange {}

  /** The server's certificate or protocol was not acceptable; nothing was sent. */
  record Untrusted(String reason) implements Exchange {}

  /** The request went out; a complete answer did not come back. */
  record NoAnswer(String reason) implements Exchange {}
}
