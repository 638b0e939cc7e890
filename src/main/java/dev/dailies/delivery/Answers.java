package dev.dailies.delivery;

import dev.dailies.provider.http.RetryAfter;
import dev.dailies.web.WebAddress;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
    Optional<ContentRange> range = ContentRange.of(answer.headers());
    if (status == 200 || status == 203) {
      return streaming(answer, 0, length(answer), hasAnEnd(answer));
    }
    if (status == 206 && partial != null && fits(answer, partial)) {
      return streaming(answer, partial.bytes(), range.orElseThrow().total(), hasAnEnd(answer));
    }
    if (status == 206 && range.filter(ContentRange::isWhole).isPresent()) {
      OptionalLong total = isPacked(answer) ? OptionalLong.empty() : range.get().total();
      return streaming(answer, 0, total, hasAnEnd(answer));
    }
    // Nobody asked for a part, and none is named: whether it is the whole, the file itself says.
    if (status == 206 && partial == null && range.map(ContentRange::mayBeWhole).orElse(true)) {
      return streaming(answer, 0, OptionalLong.empty(), false);
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

  /** Of a packed body it says nothing about the file. */
  private static OptionalLong length(Answer answer) {
    return isPacked(answer)
        ? OptionalLong.empty()
        : answer.headers().firstValueAsLong("Content-Length");
  }

  private static boolean isPacked(Answer answer) {
    return !Packing.of(answer.headers()).isNone();
  }

  private static Opened streaming(Answer answer, long start, OptionalLong total, boolean hasAnEnd) {
    // The bytes of a packed file are counted otherwise: it cannot be resumed.
    String validator = isPacked(answer) ? null : Validator.of(answer.headers()).orElse(null);
    return new Opened.Streaming(answer.body(), start, total, hasAnEnd, validator, place(answer));
  }

  /** False if the body is over whenever the connection is: then a cut looks like the end. */
  private static boolean hasAnEnd(Answer answer) {
    HttpHeaders headers = answer.headers();
    return headers.firstValue("Content-Length").isPresent()
        || headers.firstValue("Transfer-Encoding").isPresent();
  }

  /** True for the same file from the same place, and exactly the rest of it. */
  private static boolean fits(Answer answer, PartialDownload partial) {
    return !isPacked(answer)
        && place(answer).equals(partial.place())
        && Validator.of(answer.headers()).filter(partial.validator()::equals).isPresent()
        && ContentRange.of(answer.headers()).filter(range -> range.completes(partial)).isPresent();
  }

  private static String place(Answer answer) {
    return answer.link().withoutQuery();
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
      // Google and Amazon say 400 of a link whose signature is no longer good.
      case 400, 401, 402, 403, 404, 410 -> new Downloaded.Expired(status, reason);
      // Said by a proxy of ours: no server on the way back asks for it.
      case 407 -> new Downloaded.TryAgain(NetworkFailure.SHUT_OUT, null);
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
  record Answer(WebAddress link, int status, HttpHeaders headers, Body body) {}
}
