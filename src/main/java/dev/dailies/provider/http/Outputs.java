package dev.dailies.provider.http;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What counts as a result among the values of an answer. */
public final class Outputs {

  private static final Pattern WEB_ADDRESS =
      Pattern.compile("https?://[^\\s\\p{Cntrl}]{1,8000}", Pattern.CASE_INSENSITIVE);
  private static final int MOST = 50;

  private Outputs() {}

  /** The distinct web addresses among these values, in their order, 50 at most. */
  public static List<String> of(JsonAnswer answer, Stream<JsonNode> values) {
    return values
        .flatMap(value -> Stream.ofNullable(answer.text(value)))
        .filter(text -> WEB_ADDRESS.matcher(text).matches())
        .distinct()
        .limit(MOST)
        .toList();
  }
}
