package dev.dailies.provider.http;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What counts as a result among the values of an answer. */
public final class Outputs {

  private static final int MOST = 50;

  private Outputs() {}

  /** The distinct web addresses in these values, in their order, 50 at most. */
  public static List<String> of(JsonAnswer answer, Stream<JsonNode> values) {
    return distinct(answer, values, text -> Links.in(text).stream());
  }

  /** The same with paths, which lead to the server that was asked. */
  public static List<String> of(JsonAnswer answer, Stream<JsonNode> values, String baseUrl) {
    return distinct(
        answer,
        values,
        text -> Stream.concat(Links.in(text).stream(), Stream.ofNullable(Links.at(baseUrl, text))));
  }

  /** The values that are a web address and nothing else. */
  public static List<String> whole(JsonAnswer answer, Stream<JsonNode> values) {
    return distinct(answer, values, text -> Stream.ofNullable(Links.whole(text)));
  }

  /** An answer may hold JSON as a text: what stands in that is left to {@link LastResort}. */
  static List<String> distinct(
      JsonAnswer answer, Stream<JsonNode> values, Function<String, Stream<String>> links) {
    return values
        .filter(value -> JsonInText.of(value).isMissingNode())
        .flatMap(value -> Stream.ofNullable(answer.text(value)))
        .flatMap(links)
        .distinct()
        .limit(MOST)
        .toList();
  }
}
