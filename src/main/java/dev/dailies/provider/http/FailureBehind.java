package dev.dailies.provider.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Whether an answer tells of a failure on the way to it or behind it. A gateway gives such a
 * failure whatever status it was told, 400 among them, and it may come after something was created:
 * so it takes the proof from a status that would else be one. Only what an answer says is read, and
 * not what it repeats of the request.
 */
public final class FailureBehind {

  private static final Set<String> NAMES =
      Set.of(
          "error",
          "errors",
          "code",
          "type",
          "status",
          "message",
          "msg",
          "errmsg",
          "error_msg",
          "error_message",
          "error_description",
          "title",
          "detail",
          "details",
          "description",
          "reason",
          "cause",
          "failure",
          "failure_reason",
          "fail_reason");

  private static final Set<String> NUMBERS =
      Set.of("code", "status", "statuscode", "status_code", "error_code");

  private static final int DEEPEST = 6;

  /** Something was under way, and broke off. */
  private static final Pattern BROKEN_OFF =
      any(
          "time(d|s)?[ -]?out",
          "deadline exceeded",
          "context cancell?ed",
          "request (was )?(cancell?ed|aborted)",
          "超时",
          "\\bEOF\\b",
          "connection (reset|closed|aborted)",
          "broken pipe",
          "socket hang up",
          "bad gateway",
          "bad response",
          "upstream error");

  /** Something is wrong with those who answer. */
  private static final Pattern OUT_OF_ORDER =
      any(
          "(internal|server|system|network) (server )?(error|failure|exception)",
          "(unexpected|unknown|unhandled) (\\w+ )?(error|exception|response|failure)",
          "something went wrong",
          "\\bpanic\\b",
          "(service|server)( is)?( temporarily)? unavailable",
          "temporarily unavailable",
          "\\boverload",
          "\\bbusy\\b",
          "again (later|in a )",
          "(empty|invalid|malformed) response",
          "connection (refused|error)",
          "\\bdial tcp\\b",
          "upstream (connect|request|server|service|fail)",
          "no healthy",
          "\\b(status|code|http)\\b\\D{0,8}\\b(408|499|5\\d\\d)\\b",
          "(系统|服务|服务器|网络|内部|未知|请求)(异常|错误|繁忙|故障|不可用)",
          "内部服务器错误",
          "稍[后候](再|重)?试",
          "Ошибка при (вызове|обработке|генерации)",
          "(внутренняя ошибка|ошибка сервера)");

  /** What a row names could not be fetched, for whatever reason. */
  private static final Pattern ABOUT_AN_INPUT =
      any(
          "(fetch|download|load|retriev|reach|access)\\w*\\b.{0,40}\\b(asset|image|input|media|ur[il])s?\\b");

  private FailureBehind() {}

  private static Pattern any(String... words) {
    return Pattern.compile(
        String.join("|", words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** True if it says that something broke off. */
  public static boolean brokeOff(JsonAnswer answer) {
    return says(answer, BROKEN_OFF);
  }

  /** True if it says that anybody has failed, and not that the row's fields or files are wrong. */
  public static boolean isTold(JsonAnswer answer) {
    boolean isAboutTheRow = !answer.root().path("issues").isEmpty() || says(answer, ABOUT_AN_INPUT);
    return !isAboutTheRow && (brokeOff(answer) || says(answer, OUT_OF_ORDER));
  }

  /** True if a number in it is the status of a failure. */
  static boolean isNumbered(JsonAnswer answer) {
    return values(answer.root(), NUMBERS::contains, "", 0)
        .flatMap(number -> Stream.ofNullable(answer.text(number)))
        .anyMatch(number -> number.strip().matches("408|499|5\\d\\d"));
  }

  private static boolean says(JsonAnswer answer, Pattern words) {
    List<String> said =
        values(answer.root(), NAMES::contains, "", 0)
            .flatMap(text -> Stream.ofNullable(answer.text(text)))
            .toList();
    return Optional.of(said)
        .filter(texts -> !texts.isEmpty())
        .orElseGet(() -> List.of(answer.excerpt()))
        .stream()
        .anyMatch(text -> words.matcher(text.replace('_', ' ')).find());
  }

  /** The plain values under such names, and in lists under them. */
  private static Stream<JsonNode> values(
      JsonNode node, Predicate<String> wanted, String name, int depth) {
    if (depth > DEEPEST) {
      return Stream.empty();
    }
    if (node.isObject()) {
      return node.propertyStream()
          .flatMap(field -> values(field.getValue(), wanted, lower(field.getKey()), depth + 1));
    }
    if (node.isArray()) {
      return node.valueStream().flatMap(value -> values(value, wanted, name, depth + 1));
    }
    return wanted.test(name) ? Stream.of(node) : Stream.empty();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
