package dev.dailies.report;

import static dev.dailies.report.FilledLedger.mp4;
import static dev.dailies.report.FilledLedger.shot;

import dev.dailies.ledger.Output;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.provider.Shot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Any number of tasks, which nobody keeps. */
public class ManyTasks extends TaskQueries {

  static final TaskState[] STATES = {
    TaskState.DELIVERED, TaskState.FAILED, TaskState.IN_DOUBT, TaskState.PLANNED
  };

  private final int count;

  ManyTasks(FilledLedger ledger, int count) {
    super(ledger.jdbc);
    this.count = count;
  }

  /** Writes the reports of so many tasks, and returns the page. */
  public static Path written(int count, Path folder) {
    try (FilledLedger ledger = new FilledLedger()) {
      new ManyTasks(ledger, count).write(ledger, folder);
    }
    return folder.resolve("report.html");
  }

  /** Writes the reports of these tasks. */
  final void write(FilledLedger ledger, Path folder) {
    new Reports(
            this,
            ledger.charges,
            ledger.plans,
            ledger.doubts,
            folder,
            column -> column.equals("Scene"))
        .write(Written.FACTS);
  }

  /** For a process of its own, with a heap of its own: the count, then the folder. */
  public static void main(String[] arguments) {
    written(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    Runtime runtime = Runtime.getRuntime();
    System.out.println(runtime.totalMemory() - runtime.freeMemory());
  }

  @Override
  public void forEach(Consumer<TaskView> reader) {
    for (int n = 0; n < count; n++) {
      handOver(n, reader);
    }
  }

  void handOver(int n, Consumer<TaskView> reader) {
    reader.accept(view(n));
  }

  private static TaskView view(int n) {
    TaskState state = STATES[n % STATES.length];
    Shot shot = shot("s" + n, 1, "prompt " + n);
    Task task =
        new Task(
            n,
            shot.id(),
            1,
            1,
            state,
            1,
            1,
            n + 2,
            "p",
            "d",
            shot,
            Map.of("id", shot.id(), "prompt", shot.prompt()),
            null,
            1,
            "CODE",
            "reason " + n);
    List<Output> outputs =
        state == TaskState.DELIVERED
            ? List.of(new Output(1, "https://x", mp4(shot.id() + ".mp4")))
            : List.of();
    return new TaskView(task, true, FilledLedger.NOW.plusMillis(n), null, outputs);
  }
}
