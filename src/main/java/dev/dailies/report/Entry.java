package dev.dailies.report;

import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.provider.Price;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Used;
import dev.dailies.text.PlainText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What reports say of a task. All texts are fit to be passed on. */
record Entry(TaskView view) {

  private static final Set<TaskState> SETTLED =
      EnumSet.of(
          TaskState.DELIVERED,
          TaskState.UNDELIVERED,
          TaskState.REJECTED,
          TaskState.FAILED,
          TaskState.CANCELLED);

  private static final Set<TaskState> GENERATED =
      EnumSet.of(TaskState.SUCCEEDED, TaskState.DELIVERED, TaskState.UNDELIVERED);

  Task task() {
    return view.task();
  }

  TaskState state() {
    return task().state();
  }

  /** The shot's id; for a row that could not be planned its own, if it has any. */
  String id() {
    return task().shot() == null ? cell("id").orElse(task().shotId()) : task().shotId();
  }

  /** What people call the task on the command line. */
  String name() {
    return task().name();
  }

  String provider() {
    return PlainText.withoutSecrets(sent().map(SentAttempt::provider).orElse(task().provider()));
  }

  String model() {
    return PlainText.withoutSecrets(
        sent()
            .map(attempt -> attempt.request().model())
            .or(() -> shot().map(Shot::model))
            .orElse(""));
  }

  String operation() {
    return shot().map(shot -> shot.operation().label()).orElse("");
  }

  String prompt() {
    return PlainText.withoutSecrets(shot().map(Shot::prompt).or(() -> cell("prompt")).orElse(""));
  }

  /** The seed that was sent; before that, and where it is not known, the row's. */
  Optional<BigInteger> seed() {
    return used().map(Used::seed).or(() -> shot().map(Shot::seed));
  }

  /** In seconds, like {@link #seed}. */
  Optional<Integer> duration() {
    return used().map(Used::duration).or(() -> shot().map(Shot::duration));
  }

  /** Like {@link #seed}. */
  Optional<String> ratio() {
    return used().map(Used::ratio).or(() -> shot().map(Shot::ratio));
  }

  private Optional<Used> used() {
    return sent().map(attempt -> attempt.request().used());
  }

  /** What the attempt was expected to cost; before there is one, what the task is expected to. */
  Optional<BigDecimal> price() {
    return sent()
        .map(attempt -> attempt.request().price())
        .or(() -> Optional.ofNullable(task().price()))
        .map(Price::usd);
  }

  /** True if it is known that to make it costs nothing, as at a server of one's own. */
  boolean isFree() {
    return price().filter(usd -> usd.signum() == 0).isPresent();
  }

  /** What the provider says that the newest attempt cost. */
  Optional<BigDecimal> charged() {
    return sent().map(SentAttempt::charged).map(Price::usd);
  }

  String ticket() {
    return PlainText.withoutSecrets(sent().map(SentAttempt::ticket).orElse(""));
  }

  String reasonCode() {
    return PlainText.withoutSecrets(task().reasonCode());
  }

  /** Why the task is where it is; of one that is delivered, what a person should know of it. */
  String reason() {
    return state() == TaskState.DELIVERED
        ? String.join("; ", OutputWarning.of(view))
        : PlainText.withoutSecrets(task().reason());
  }

  /** Just before the newest attempt was sent. */
  Optional<Instant> submittedAt() {
    return sent().map(SentAttempt::intendedAt);
  }

  /** When the provider had finished the newest attempt. */
  Optional<Instant> generatedAt() {
    return GENERATED.contains(state()) ? sent().map(SentAttempt::endedAt) : Optional.empty();
  }

  /** When every file was on disk. */
  Optional<Instant> deliveredAt() {
    return state() == TaskState.DELIVERED ? Optional.of(view.changedAt()) : Optional.empty();
  }

  /** When the task came into a state that no run changes by itself. */
  Optional<Instant> finishedAt() {
    return SETTLED.contains(state()) ? Optional.of(view.changedAt()) : Optional.empty();
  }

  /** The files in the output folder, in the provider's order. */
  List<DeliveredFile> files() {
    return view.outputs().stream().map(Output::file).filter(Objects::nonNull).toList();
  }

  Optional<Shot> shot() {
    return Optional.ofNullable(task().shot());
  }

  /** The attempt that the state is about; empty once a task is planned again. */
  private Optional<SentAttempt> sent() {
    return state() == TaskState.PLANNED ? Optional.empty() : Optional.ofNullable(view.attempt());
  }

  /** A cell of the task's row; empty if there is nothing in it. */
  Optional<String> cell(String column) {
    return Optional.ofNullable(task().cells().get(column)).filter(cell -> !cell.isBlank());
  }
}
