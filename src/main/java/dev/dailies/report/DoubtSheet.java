package dev.dailies.report;

import dev.dailies.ledger.Histories;
import dev.dailies.ledger.History.Event;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.PlainText;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says of a task in doubt what a person needs, the same wherever it is read. */
public final class DoubtSheet {

  private final TaskQueries queries;
  private final Histories histories;
  private final Function<String, Place> places;

  /**
   * @param places where to look, by the provider's name
   */
  public DoubtSheet(TaskQueries queries, Histories histories, Function<String, Place> places) {
    this.queries = queries;
    this.histories = histories;
    this.places = places;
  }

  /**
   * Reads what is known of a task that is IN_DOUBT.
   *
   * @param line the words to type for a command and its arguments
   */
  public Doubtful of(TaskView view, BinaryOperator<String> line) {
    Entry entry = new Entry(view);
    String typed = typed(view.task());
    Place place = places.apply(entry.provider());
    return new Doubtful(
        entry.provider(),
        entry.submittedAt().orElse(null),
        entry.prompt(),
        requestId(view),
        entry.price().orElse(null),
        place.told(),
        place.page(),
        line.apply("resolve", typed),
        Advice.on(view, typed, line, places).commands());
  }

  /** The shortest name that means this task and no other take or revision. */
  private String typed(Task task) {
    TaskId shot = new TaskId(task.shotId(), null, null);
    return TaskId.among(queries.named(shot), task).toString();
  }

  /**
   * The request id of the answer that left the doubt, if there was one; never one of an earlier
   * attempt.
   */
  private @Nullable String requestId(TaskView view) {
    Integer attempt = view.task().attempts();
    return histories.of(view).events().stream()
        .filter(event -> attempt.equals(event.attempt()))
        .map(Event::requestId)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .map(PlainText::withoutSecrets)
        .orElse(null);
  }
}
