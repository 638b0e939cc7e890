package dev.dailies.cli;

import dev.dailies.ledger.TaskId;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads ids of tasks from the command line. */
final class TaskIds {

  private TaskIds() {}

  /** Reads several ids. As a converter picocli would take one that is refused for a setting. */
  static List<TaskId> read(List<String> texts, CommandLine command) {
    return texts.stream()
        .map(
            text ->
                TaskId.of(text).orElseThrow(() -> new ParameterException(command, complaint(text))))
        .toList();
  }

  private static String complaint(String text) {
    return "'%s' cannot be an ID; write a shot, as in shot-001, or a task, as in shot-001@2; results.csv has each id"
        .formatted(text);
  }
}
