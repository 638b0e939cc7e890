package dev.dailies.job.settle;

import dev.dailies.job.run.ClipFiles;
import dev.dailies.job.settle.Explanation.Result;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.PlainText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of a task's results: which files are here, and where those are that are not. */
final class ToldResults {

  private final OpenTasks tasks;
  private final ClipFiles files;

  ToldResults(OpenTasks tasks, ClipFiles files) {
    this.tasks = tasks;
    this.files = files;
  }

  /** The task with its results. */
  TaskView of(TaskView view) {
    return view.with(tasks.outputs(view.task()));
  }

  /** What is wrong with the first file that is no longer as it was delivered. */
  Optional<String> problem(TaskView view) {
    return view.task().state() == TaskState.DELIVERED
        ? view.outputs().stream().flatMap(output -> problem(output).stream()).findFirst()
        : Optional.empty();
  }

  private Optional<String> problem(Output output) {
    DeliveredFile file = output.file();
    return file == null
        ? Optional.of("output " + output.number() + " is not here")
        : files.problem(file).map(problem -> file.name() + " " + problem);
  }

  /**
   * The results as they may be told.
   *
   * @param wholeLinks true with what signs the links
   */
  List<Result> told(TaskView view, boolean wholeLinks) {
    return view.outputs().stream().map(output -> told(output, wholeLinks)).toList();
  }

  private static Result told(Output output, boolean wholeLinks) {
    DeliveredFile file = output.file();
    return new Result(
        output.number(),
        file == null ? null : file.name(),
        wholeLinks ? output.url() : PlainText.withoutSecrets(output.url()),
        shared(output.warning()));
  }

  private static @Nullable String shared(@Nullable String text) {
    return text == null ? null : PlainText.withoutSecrets(text);
  }
}
