package dev.dailies.provider.cometapi;

import dev.dailies.provider.http.JsonAnswer;
import java.util.Locale;
import java.util.stream.Stream;

/** The gateway's word for a task that it does not know, or not yet. */
final class TaskNotExist {

  private static final String WORD = "task_not_exist";

  private TaskNotExist() {}

  /**
   * True if the answer says it. The same word comes with HTTP 400, with 404, and inside a 200, so
   * the status does not count.
   */
  static boolean isIn(JsonAnswer answer) {
    return Stream.of(
            "/code",
            "/message",
            "/msg",
            "/error",
            "/error/code",
            "/error/message",
            "/status",
            "/data/status")
        .map(path -> answer.text(answer.root().at(path)))
        .anyMatch(text -> text != null && text.strip().toLowerCase(Locale.ROOT).startsWith(WORD));
  }
}
