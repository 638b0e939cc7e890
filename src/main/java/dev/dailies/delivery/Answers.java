package dev.dailies.delivery;

import dev.dailies.provider.RetryAfter;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an answer's status and headers mean. Only a 200 has a body worth reading. */
final class Answers {

  private final Clock clock;

  Answers(Clock clock) {
    this.clock = clock;
  }

  Opened judge(HttpResponse<Body> response) {
    Body body = response.body();
    if (response.statusCode() == 200) {
      return new Opened.Flowing(body, promised(response));
    }
    body.close();
    return switch (response.statusCode()) {
      case 301, 302, 303, 307, 308 -> moved(response);
      default -> new Opened.Shut(refusal(response));
    };
  }

  private static OptionalLong promised(HttpResponse<Body> response) {
    return response.headers().firstValueAsLong("Content-Length");
  }

  private static Opened moved(HttpResponse<Body> response) {
    return response
        .headers()
        .firstValue("Location")
        .<Opened>map(Opened.Moved::new)
        .orElseGet(() -> new Opened.Shut(new Fetched.TryAgain("a redirect to nowhere", null)));
  }

  private Fetched refusal(HttpResponse<Body> response) {
    int status = response.statusCode();
    String reason = "the server answered " + status;
    return switch (status) {
      case 401, 402, 403, 404, 410 -> new Fetched.Expired(status, reason);
      case 408, 416, 425, 429 -> new Fetched.TryAgain(reason, retryAfter(response));
      default ->
          status >= 400 && status < 500
              ? new Fetched.NotAClip(reason)
              : new Fetched.TryAgain(reason, retryAfter(response));
    };
  }

  private @Nullable Duration retryAfter(HttpResponse<Body> response) {
    return RetryAfter.of(response.headers(), clock.instant());
  }
}
