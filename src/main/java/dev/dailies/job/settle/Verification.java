package dev.dailies.job.settle;

import dev.dailies.job.run.ClipFiles;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import dev.dailies.report.Sidecars;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds every delivered file against the ledger and its sidecar, byte by byte. Changes nothing. */
public final class Verification {

  private final TaskQueries queries;
  private final Sidecars sidecars;
  private final ClipFiles files;

  Verification(TaskQueries queries, Sidecars sidecars, ClipFiles files) {
    this.queries = queries;
    this.sidecars = sidecars;
    this.files = files;
  }

  /**
   * Something is not as it was delivered.
   *
   * @param task as commands take it
   * @param file its plain name in the output folder
   * @param problem goes on behind the file's name, as in {@code is missing}
   * @param fetch true if the clip can be downloaded once more; false if its sidecar alone differs
   */
  public record Difference(String task, String file, String problem, boolean fetch) {}

  /**
   * How much was checked.
   *
   * @param bytes as they were delivered
   */
  public record Tally(long files, long bytes, long differences) {

    private Tally plus(DeliveredFile file, boolean differs) {
      return new Tally(files + 1, bytes + file.bytes(), differences + (differs ? 1 : 0));
    }
  }

  /** Checks all files, in the order in which their tasks were first planned. */
  public Tally verify(Consumer<Difference> reader) {
    Tally[] tally = {new Tally(0, 0, 0)};
    queries.forEach(
        view ->
            view.outputs().stream()
                .map(Output::file)
                .filter(Objects::nonNull)
                .forEach(file -> tally[0] = tally[0].plus(file, differs(view, file, reader))));
    return tally[0];
  }

  private boolean differs(TaskView view, DeliveredFile file, Consumer<Difference> reader) {
    Optional<String> clip = files.problem(file);
    Optional<String> problem = clip.or(() -> sidecarProblem(file));
    problem
        .map(what -> new Difference(view.task().name(), file.name(), what, clip.isPresent()))
        .ifPresent(reader);
    return problem.isPresent();
  }

  private Optional<String> sidecarProblem(DeliveredFile file) {
    return sidecars
        .stated(file)
        .map(
            stated ->
                stated.matches(file)
                    ? Optional.<String>empty()
                    : Optional.of("has a sidecar that tells of another file"))
        .orElseGet(() -> Optional.of("has no sidecar; run and report write it again"));
  }
}
