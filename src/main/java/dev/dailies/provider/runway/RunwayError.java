package dev.dailies.provider.runway;

import dev.dailies.provider.http.JsonAnswer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Runway says against a request: {@code {"error":"…"}}, and where fields are wrong also {@code
 * "issues":[{"code","path","message"}]}.
 *
 * @param reason for people, never empty
 * @param namesFields true if it says which fields are wrong
 */
record RunwayError(String reason, boolean namesFields) {

  private static final int MOST_ISSUES = 5;

  static RunwayError of(JsonAnswer answer) {
    List<String> issues = issues(answer);
    String message = message(answer);
    String more = issues.isEmpty() ? "" : " (" + String.join("; ", issues) + ")";
    return new RunwayError(JsonAnswer.onOneLine(message + more), !issues.isEmpty());
  }

  /** The reason with the status, for people. */
  static String words(JsonAnswer answer) {
    return "HTTP " + answer.status() + ": " + of(answer).reason();
  }

  private static String message(JsonAnswer answer) {
    String message =
        Stream.of("/error", "/error/message", "/message")
            .map(path -> answer.text(answer.root().at(path)))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(answer::excerpt);
    return message.isBlank() ? "no explanation" : message;
  }

  private static List<String> issues(JsonAnswer answer) {
    return answer
        .root()
        .path("issues")
        .valueStream()
        .flatMap(issue -> Stream.ofNullable(issue(answer, issue)))
        .limit(MOST_ISSUES)
        .toList();
  }

  private static @Nullable String issue(JsonAnswer answer, JsonNode issue) {
    String message = answer.text(issue.path("message"));
    String path =
        issue
            .path("path")
            .valueStream()
            .flatMap(step -> Stream.ofNullable(answer.text(step)))
            .collect(Collectors.joining("."));
    return message == null || path.isEmpty() ? message : path + ": " + message;
  }
}
