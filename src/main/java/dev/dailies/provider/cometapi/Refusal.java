package dev.dailies.provider.cometapi;

import static dev.dailies.provider.http.Proof.ACCOUNT;
import static dev.dailies.provider.http.Proof.KEY;
import static dev.dailies.provider.http.Proof.LATER;
import static dev.dailies.provider.http.Proof.ROUTE;
import static dev.dailies.provider.http.Proof.ROW;
import static dev.dailies.provider.http.Refusals.line;

import dev.dailies.provider.http.FailureBehind;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.NoCredits;
import dev.dailies.provider.http.Proof;
import dev.dailies.provider.http.Refusals;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that proves that a create has created nothing. The gateway calls several services one after
 * the other, so any other error may come after the task was made.
 */
final class Refusal {

  private static final Refusals NO_CREDITS =
      Refusals.of(line(ACCOUNT).withCode(NoCredits.CODES).withWords(NoCredits.WORDS));

  /** Codes with which the gateway refuses a request before it calls the service behind it. */
  private static final Set<String> BAD_INPUT =
      Set.of(
          "invalid_request", "prompt_image_empty", "reference_images_empty", "callback_url_empty");

  /** "Wrong parameter", as the services behind the compatibility format say it. */
  private static final String BAD_INPUT_WORDS = "参数错误";

  /** No service was there to be called: none is set up or free for the model. */
  private static final String NO_CHANNEL_WORDS = "no available channel|无可用渠道|当前分组上游负载已饱和";

  /** What the gateway says of a key before all else: OpenAI's code for its 401, new-api's words. */
  private static final Set<String> WRONG_KEY = Set.of("invalid_api_key");

  private static final String WRONG_KEY_WORDS = "无效的令牌";

  /** OpenAI's code for its 429, which gateways hand on without the number. */
  private static final Set<String> TOO_FAST = Set.of("rate_limit_exceeded");

  /** Before these statuses nothing was handed on. */
  private static final Set<Integer> AT_THE_GATE = Set.of(401, 402, 403, 404, 405, 429);

  /** By the status of HTTP. */
  private static final Refusals BY_STATUS =
      Refusals.of(
          line(ACCOUNT).withCode(NoCredits.CODES),
          line(ACCOUNT, 400, 401, 402, 403, 413, 422).withWords(NoCredits.WORDS),
          line(ACCOUNT, 503).withCode(Set.of("model_not_found")),
          line(LATER, 400, 503).withWords(NO_CHANNEL_WORDS),
          line(KEY, 400).withCode(WRONG_KEY).withWords(WRONG_KEY_WORDS),
          line(ROW, 400, 413, 414, 415, 422),
          line(KEY, 401, 403),
          line(ACCOUNT, 402),
          line(ROUTE, 404, 405),
          line(LATER, 429),
          line(ROW, 500).withCode(BAD_INPUT).withWords(BAD_INPUT_WORDS));

  /**
   * By the number that stands inside a 200; 0 where none does. Words for a busy system (系统繁忙) are
   * not among them: whatever breaks in such services, before the task is made or after it, is told
   * by one handler with these words.
   */
  private static final Refusals INSIDE_200 =
      Refusals.of(
          line(ACCOUNT).withCode(NoCredits.CODES).withWords(NoCredits.WORDS),
          line(ACCOUNT).withCode(Set.of("model_not_found")),
          line(KEY).withCode(WRONG_KEY).withWords(WRONG_KEY_WORDS),
          line(LATER).withCode(TOO_FAST).withWords(NO_CHANNEL_WORDS),
          line(ROW).withCode(BAD_INPUT).withWords(BAD_INPUT_WORDS),
          line(ROW, 400, 413, 414, 415, 422),
          line(KEY, 401, 403),
          line(ACCOUNT, 402),
          line(LATER, 429));

  private Refusal() {}

  /** Why nothing was created; empty if the answer, which is no acceptance, does not prove that. */
  static Optional<Proof> proof(JsonAnswer answer, CometapiError error) {
    int number = error.number();
    if (!AT_THE_GATE.contains(answer.status()) && isAboutAFailureBehind(answer, error)) {
      return Optional.empty();
    }
    // Of a refusal that was caused by a failure behind the gateway, the failure counts.
    boolean passedOn = answer.status() == 400 && (number == 408 || number == 499 || number >= 500);
    if (!answer.isSuccess() && !passedOn) {
      return BY_STATUS.proof(answer, answer.status(), error.code(), error.words());
    }
    return INSIDE_200.proof(answer, number, error.code(), error.words());
  }

  /** True if some step failed, here or further behind: that proves nothing about those before. */
  private static boolean isAboutAFailureBehind(JsonAnswer answer, CometapiError error) {
    String code = Objects.requireNonNullElse(error.code(), "");
    return !saysNoCredits(error)
        && (code.toLowerCase(Locale.ROOT).endsWith("_failed") || FailureBehind.brokeOff(answer));
  }

  /** True if nobody gets anything before the account is topped up. */
  static boolean saysNoCredits(CometapiError error) {
    return NO_CREDITS.proof(0, error.code(), error.words()).isPresent();
  }
}
