package dev.dailies.provider.cometapi;

import dev.dailies.provider.http.JsonAnswer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds the id of a new task. CometAPI's own sample ids are not all UUIDs, so an id is any text
 * that can be stored and asked for.
 */
final class TaskId {

  /** As ids look: a reseller puts words about an error into the same place. */
  private static final Pattern BARE = Pattern.compile("(?=.*[0-9])[A-Za-z0-9._:~=+/@-]+");

  private TaskId() {}

  /** The id under one of the names that the formats give it. */
  static Optional<String> named(JsonAnswer answer) {
    return Stream.of("/id", "/data/task_id", "/data/id", "/task_id")
        .flatMap(path -> Stream.ofNullable(answer.text(answer.root().at(path))))
        .findFirst();
  }

  /** The id under its name, or as the bare text of {@code data}. */
  static Optional<String> in(JsonAnswer answer) {
    JsonNode data = answer.root().path("data");
    return named(answer)
        .or(
            () ->
                Optional.of(data)
                    .filter(JsonNode::isString)
                    .map(answer::text)
                    .filter(text -> BARE.matcher(text.strip()).matches()));
  }
}
