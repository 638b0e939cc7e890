package dev.dailies.provider.cometapi;

import dev.dailies.provider.http.JsonAnswer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param words what it is judged by: the reason of a form that was seen, untranslated, else how the
 *     answer begins
 */
record CometapiError(@Nullable String code, String reason, String words) {

  /** Phrases with which this family of gateways masks other messages, and what they mean. */
  private static final Map<String, String> MASKS =
      Map.of(
          "请求上游地址失败", "the service behind the gateway failed, and its words are hidden",
          "当前分组上游负载已饱和", "the services behind the gateway are busy");

  private static final Pattern NUMBER = Pattern.compile("\\d{3}");

  static CometapiError of(JsonAnswer answer) {
    JsonNode root = answer.root();
    String code = first(answer, root, List.of("/error/code", "/code"));
    String message = first(answer, root, List.of("/error/message", "/error", "/message", "/msg"));
    String words = shown(message == null ? answer.excerpt() : message + issues(answer, root));
    String deeper = message == null ? DeepReason.in(answer, root) : null;
    return new CometapiError(code, explained(deeper == null ? words : shown(deeper)), words);
  }

  private static String shown(String reason) {
    return JsonAnswer.onOneLine(reason.isBlank() ? "no explanation" : reason);
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
        .map(mask -> mask.getValue() + " (" + reason + ")")
        .findFirst()
        .orElse(reason);
  }
}
