package dev.dailies.cli;

import dev.dailies.ledger.TaskId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the IDs of tasks on the command line. */
final class TaskIds implements ITypeConverter<TaskId> {

  @Override
  public TaskId convert(String text) {
    return TaskId.of(text).orElseThrow(() -> new TypeConversionException(complaint(text)));
  }

  static String complaint(String text) {
    return "'%s' cannot be an ID; write a shot, as in shot-001, or a task, as in shot-001@2"
        .formatted(text);
  }
}
