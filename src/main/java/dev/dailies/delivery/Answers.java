package dev.dailies.delivery;

import dev.dailies.provider.http.RetryAfter;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Judges answers by status and headers. Only a 200 and a fitting 206 are worth reading. */
final class Answers {

  private final Clock clock;

  Answers(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param partial the download to resume; null if the whole file was asked for
   */
  Opened judge(Answer answer, @Nullable PartialDownload partial) {
    int status = answer.status();
    if (status == 200) {
      return streaming(answer, 0, answer.headers().firstValueAsLong("Content-Length"));
    }
    if (status == 206 && partial != null && fits(answer, partial)) {
      long total = ContentRange.of(answer.headers()).orElseThrow().total();
      return streaming(answer, partial.bytes(), OptionalLong.of(total));
    }
    answer.body().close();
    if (partial != null && (status == 206 || status == 416)) {
      return new Opened.RangeMismatch();
    }
    return switch (status) {
      case 301, 302, 303, 307, 308 -> moved(answer);
      default -> new Opened.Refused(refusal(answer));
    };
  }

  private static Opened streaming(Answer answer, long start, OptionalLong total) {
    String validator = Validator.of(answer.headers()).orElse(null);
    return new Opened.Streaming(answer.body(), start, total, validator, place(answer));
  }

  /** True for the same file from the same place, and exactly the rest of it. */
  private static boolean fits(Answer answer, PartialDownload partial) {
    return place(answer).equals(partial.place())
        && Validator.of(answer.headers()).filter(partial.validator()::equals).isPresent()
        && ContentRange.of(answer.headers()).filter(range -> range.completes(partial)).isPresent();
  }

  private static String place(Answer answer) {
    URI link = answer.link();
    return link.getScheme() + "://" + link.getRawAuthority() + link.getRawPath();
  }

  private static Opened moved(Answer answer) {
    return answer
        .headers()
        .firstValue("Location")
        .<Opened>map(Opened.Moved::new)
        .orElseGet(
            () -> new Opened.Refused(new Downloaded.TryAgain("a redirect to nowhere", null)));
  }

  private Downloaded refusal(Answer answer) {
    int status = answer.status();
    String reason = "the server answered " + status;
    return switch (status) {
      case 401, 402, 403, 404, 410 -> new Downloaded.Expired(status, reason);
      case 408, 416, 425, 429 -> new Downloaded.TryAgain(reason, retryAfter(answer));
      default ->
          status >= 400 && status < 500
              ? new Downloaded.NotAClip(reason)
              : new Downloaded.TryAgain(reason, retryAfter(answer));
    };
  }

  private @Nullable Duration retryAfter(Answer answer) {
    return RetryAfter.of(answer.headers(), clock.instant());
  }

  /**
   * What a server has begun to answer.
   *
   * @param link what was asked for
   */
  record Answer(URI link, int status, HttpHeaders headers, Body body) {}
}
