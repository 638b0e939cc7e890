package dev.dailies.job.settle;

import dev.dailies.job.settle.Retried.Verdict;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Plans again what failed for good. Sends nothing: the next run does. The earlier attempts are
 * kept, since they may have cost money.
 */
public final class Retries {

  private static final String ONLY =
      ": only what failed, was refused by its provider, cancelled, lost or undelivered can be"
          + " repeated";
  private static final String WISH = "a person wants it again";

  private final TaskQueries queries;
  private final NamedTasks named;
  private final Ledger ledger;

  Retries(TaskQueries queries, Ledger ledger) {
    this.queries = queries;
    this.named = new NamedTasks(queries);
    this.ledger = ledger;
  }

  /**
   * Says what becomes of each task that failed for good, and changes nothing.
   *
   * @throws CannotSettleException if an id names no task that failed for good
   */
  public void foresee(RetryChoice choice, Consumer<Retried> reader) {
    forEach(choice, (view, retried) -> reader.accept(retried));
  }

  /**
   * Plans again what is chosen, and says what became of each task that failed for good.
   *
   * @throws CannotSettleException if an id names no task that failed for good; then nothing changed
   */
  public void repeat(RetryChoice choice, Consumer<Retried> reader) {
    forEach(
        choice,
        (view, retried) -> {
          act(view.task(), retried.verdict());
          reader.accept(retried);
        });
  }

  private void act(Task task, Verdict verdict) {
    if (verdict == Verdict.SENT_AGAIN) {
      ledger.planAgain(task, Cause.because(WISH));
    } else if (verdict == Verdict.FETCHED_AGAIN) {
      ledger.fetchAgain(task, Cause.because(WISH));
    }
  }

  private interface Reader {
    void read(TaskView view, Retried retried);
  }

  private void forEach(RetryChoice choice, Reader reader) {
    Set<Long> madeByAnother = queries.madeByAnotherTake();
    Consumer<TaskView> judge =
        view -> judge(choice, view, madeByAnother).ifPresent(retried -> reader.read(view, retried));
    if (choice.ids().isEmpty()) {
      queries.forEach(
          view -> {
            if (view.current()) {
              judge.accept(view);
            }
          });
    } else {
      named(choice.ids()).forEach(judge);
    }
  }

  /** Each task once, however often it is named. */
  private List<TaskView> named(List<TaskId> ids) {
    Map<Long, TaskView> found = new LinkedHashMap<>();
    for (TaskId id : ids) {
      verdict(id).forEach(view -> found.put(view.task().id(), view));
    }
    return new ArrayList<>(found.values());
  }

  private List<TaskView> verdict(TaskId id) {
    List<TaskView> all = named.of(id);
    List<TaskView> found = all.stream().filter(view -> !isEdited(view, all)).toList();
    if (found.stream().allMatch(view -> FailureClass.of(view).isEmpty())) {
      throw new CannotSettleException(
          found.stream().map(NamedTasks::stateOf).collect(Collectors.joining(", "))
              + (found.size() < all.size()
                  ? ": its row is edited already, and the next run has the new one"
                  : ONLY));
    }
    return found;
  }

  /** True for what failed before its row was edited: the newest plan has another in its place. */
  private static boolean isEdited(TaskView view, List<TaskView> all) {
    return !view.current()
        && FailureClass.of(view).filter(found -> found != FailureClass.UNDELIVERED).isPresent()
        && all.stream()
            .anyMatch(other -> other.current() && other.task().take() == view.task().take());
  }

  private static Optional<Retried> judge(
      RetryChoice choice, TaskView view, Set<Long> madeByAnother) {
    return FailureClass.of(view)
        .map(found -> new Retried(view.task(), found, verdict(choice, view, found, madeByAnother)));
  }

  /** What another take has passed with may pass once more, if a person wants to pay for that. */
  private static Verdict moderated(RetryChoice choice, TaskView view, Set<Long> madeByAnother) {
    if (!madeByAnother.contains(view.task().id())) {
      return Verdict.MODERATED;
    }
    return view.current() && choice.asksModerationAgain(view)
        ? Verdict.SENT_AGAIN
        : Verdict.MADE_BY_ANOTHER_TAKE;
  }

  private static Verdict verdict(
      RetryChoice choice, TaskView view, FailureClass failureClass, Set<Long> madeByAnother) {
    if (failureClass == FailureClass.MODERATION) {
      return moderated(choice, view, madeByAnother);
    }
    if (!choice.wants(view, failureClass)) {
      return Verdict.LEFT_OUT;
    }
    if (failureClass == FailureClass.UNDELIVERED) {
      return Verdict.FETCHED_AGAIN;
    }
    return view.current() ? Verdict.SENT_AGAIN : Verdict.NOT_IN_MANIFEST;
  }
}
