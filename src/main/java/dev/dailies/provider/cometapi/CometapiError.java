package dev.dailies.provider.cometapi;

import dev.dailies.provider.http.JsonAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an answer says against a request, in the four forms that were seen: {@code
 * {"error":{"message","code"}}}, {@code {"code":"…","message":"…"}}, {@code
 * {"code":500,"msg":"…"}}, and Runway's own {@code {"error":"…","issues":[…]}}.
 *
 * @param code null if there is none
 * @param reason for people, never empty
 */
record CometapiError(@Nullable String code, String reason) {

  private static final Set<String> NO_CREDITS_CODES =
      Set.of("quota_not_enough", "insufficient_user_quota", "pre_consume_token_quota_failed");

  /**
   * Codes with which the gateway refuses a request before it calls the service behind it, whatever
   * the status.
   */
  private static final Set<String> BAD_INPUT_CODES =
      Set.of(
          "invalid_request", "prompt_image_empty", "reference_images_empty", "callback_url_empty");

  /** "Wrong parameter", as the services behind the compatibility format say it with code 500. */
  private static final String WRONG_PARAMETER = "参数错误";

  private static final Pattern NO_CREDITS =
      Pattern.compile(
          "enough credits?|insufficient (credit|balance|quota|fund)|\\b(no|out of) credits?\\b"
              + "|余额不足|额度不足",
          Pattern.CASE_INSENSITIVE);

  /** Phrases with which this family of gateways masks other messages, and what they mean. */
  private static final Map<String, String> MASKS =
      Map.of(
          "请求上游地址失败", "the gateway hides the words of the service behind it",
          "当前分组上游负载已饱和", "the services behind the gateway are busy");

  private static final Pattern NUMBER = Pattern.compile("\\d{3}");

  static CometapiError of(JsonAnswer answer) {
    JsonNode root = answer.root();
    String code = first(answer, root, List.of("/error/code", "/code"));
    String message = first(answer, root, List.of("/error/message", "/error", "/message", "/msg"));
    String reason = message == null ? answer.excerpt() : message + issues(answer, root);
    return new CometapiError(
        code, JsonAnswer.onOneLine(reason.isBlank() ? "no explanation" : explained(reason)));
  }

  /** True if nobody gets anything before the account is topped up. */
  boolean saysNoCredits() {
    return isOneOf(NO_CREDITS_CODES) || NO_CREDITS.matcher(reason).find();
  }

  /** True if the request lacks something: nothing was created. */
  boolean saysBadInput() {
    return isOneOf(BAD_INPUT_CODES) || reason.contains(WRONG_PARAMETER);
  }

  /** True if some step at the gateway failed, which proves nothing about the steps before it. */
  boolean saysSomethingFailed() {
    return code != null && code.toLowerCase(Locale.ROOT).endsWith("_failed") && !saysNoCredits();
  }

  private boolean isOneOf(Set<String> codes) {
    return code != null && codes.contains(code.toLowerCase(Locale.ROOT));
  }

  boolean is(String expected) {
    return expected.equalsIgnoreCase(code);
  }

  /** The code as a number like an HTTP status; 0 if it is none. */
  int number() {
    return code != null && NUMBER.matcher(code).matches() ? Integer.parseInt(code) : 0;
  }

  private static @Nullable String first(JsonAnswer answer, JsonNode root, List<String> paths) {
    return paths.stream()
        .map(path -> answer.text(root.at(path)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String issues(JsonAnswer answer, JsonNode root) {
    String issues =
        root.path("issues")
            .valueStream()
            .flatMap(issue -> Stream.ofNullable(answer.text(issue.path("message"))))
            .limit(3)
            .collect(Collectors.joining("; "));
    return issues.isEmpty() ? "" : " (" + issues + ")";
  }

  private static String explained(String reason) {
    return MASKS.entrySet().stream()
        .filter(mask -> reason.contains(mask.getKey()))
        .map(mask -> reason + " (" + mask.getValue() + ")")
        .findFirst()
        .orElse(reason);
  }
}
