package dev.dailies.simulator.comfyui;

import dev.dailies.simulator.Refusals;
import dev.dailies.simulator.http.Answer;

/** What the server's web framework says by itself; the 429 is that of a proxy in front of it. */
final class Errors implements Refusals {

  static Answer crashed() {
    return text(500, "500 Internal Server Error\n\nServer got itself in trouble");
  }

  @Override
  public Answer tooMany(long retryAfterSeconds) {
    return text(429, "Too Many Requests").with("Retry-After", Long.toString(retryAfterSeconds));
  }

  @Override
  public Answer broken() {
    return crashed();
  }

  @Override
  public Answer tooLarge() {
    return text(413, "Maximum request body size exceeded");
  }

  private static Answer text(int status, String text) {
    return Answer.text(status, "text/plain; charset=utf-8", text);
  }
}
