package dev.dailies.delivery;

import dev.dailies.provider.RetryAfter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an answer's status and headers mean. Only a 200 and a fitting 206 are worth reading. */
final class Answers {

  private final Clock clock;

  Answers(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param half what was asked to be completed; null if the whole file was asked for
   */
  Opened judge(HttpResponse<Body> response, @Nullable Half half) {
    int status = response.statusCode();
    if (status == 200) {
      return flowing(response, 0, response.headers().firstValueAsLong("Content-Length"));
    }
    if (status == 206 && half != null && fits(response, half)) {
      long total = ContentRange.of(response.headers()).orElseThrow().total();
      return flowing(response, half.bytes(), OptionalLong.of(total));
    }
    response.body().close();
    if (half != null && (status == 206 || status == 416)) {
      return new Opened.Misfit();
    }
    return switch (status) {
      case 301, 302, 303, 307, 308 -> moved(response);
      default -> new Opened.Shut(refusal(response));
    };
  }

  private static Opened flowing(HttpResponse<Body> response, long start, OptionalLong total) {
    String validator = Validator.of(response.headers()).orElse(null);
    return new Opened.Flowing(response.body(), start, total, validator, place(response));
  }

  /** The same file, from the same place, and exactly the rest of it. */
  private static boolean fits(HttpResponse<Body> response, Half half) {
    return place(response).equals(half.place())
        && Validator.of(response.headers()).filter(half.validator()::equals).isPresent()
        && ContentRange.of(response.headers()).filter(range -> range.completes(half)).isPresent();
  }

  private static String place(HttpResponse<Body> response) {
    URI link = response.uri();
    return link.getScheme() + "://" + link.getRawAuthority() + link.getRawPath();
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
