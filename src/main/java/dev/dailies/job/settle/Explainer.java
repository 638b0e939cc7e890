package dev.dailies.job.settle;

import dev.dailies.job.settle.Explanation.Sent;
import dev.dailies.job.settle.Explanation.Spending;
import dev.dailies.job.settle.Explanation.Step;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.History;
import dev.dailies.ledger.History.Event;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.pacing.Wait;
import dev.dailies.provider.Price;
import dev.dailies.report.Advice;
import dev.dailies.text.PlainText;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells what happened to tasks, and what to do about them. Asks nothing of any network. */
public final class Explainer {

  private final NamedTasks named;
  private final Histories histories;
  private final WhereToLook whereToLook;
  private final ToldResults results;
  private final Stuck stuck;
  private final boolean wholeLinks;

  Explainer(
      TaskQueries queries,
      Histories histories,
      WhereToLook whereToLook,
      ToldResults results,
      Stuck stuck) {
    this(new NamedTasks(queries), histories, whereToLook, results, stuck, false);
  }

  private Explainer(
      NamedTasks named,
      Histories histories,
      WhereToLook whereToLook,
      ToldResults results,
      Stuck stuck,
      boolean wholeLinks) {
    this.named = named;
    this.wholeLinks = wholeLinks;
    this.histories = histories;
    this.whereToLook = whereToLook;
    this.results = results;
    this.stuck = stuck;
  }

  /** The same for a person who wants links with what signs them. */
  public Explainer withWholeLinks() {
    return new Explainer(named, histories, whereToLook, results, stuck, true);
  }

  /**
   * Explains every task that the id names.
   *
   * @param line the words to type for a command and its arguments
   * @throws CannotSettleException if there is no such task
   */
  public List<Explanation> explain(TaskId id, BinaryOperator<String> line) {
    List<TaskView> found = named.of(id);
    return found.stream()
        .map(view -> results.of(view))
        .map(
            view ->
                explain(
                    histories.of(view),
                    named.shortest(view.task()),
                    deliveredAnew(view, found),
                    line))
        .toList();
  }

  /** The name of what was delivered from another form of its row; null if nothing was. */
  private static @Nullable String deliveredAnew(TaskView view, List<TaskView> found) {
    boolean failed = view.current() && FailureClass.of(view).isPresent();
    return found.stream()
        .map(TaskView::task)
        .filter(other -> failed && other.state() == TaskState.DELIVERED)
        .filter(other -> other.take() == view.task().take())
        .map(Task::name)
        .findFirst()
        .orElse(null);
  }

  private Explanation explain(
      History history, String name, @Nullable String deliveredAnew, BinaryOperator<String> line) {
    TaskView view = history.view();
    Task task = view.task();
    FailureClass failureClass = FailureClass.of(view).orElse(null);
    Advice advice =
        results
            .problem(view)
            .map(problem -> Advice.onLost(problem, line.apply("fetch", name)))
            .orElseGet(
                () ->
                    stuck.is(view)
                        ? Advice.onStuck(name, line)
                        : isFound(history)
                            ? Advice.onFoundTicket(task.state() == TaskState.LOST, name, line)
                            : deliveredAnew != null
                                ? Advice.onDeliveredAnew(deliveredAnew, line)
                                : isTurnedDownOnce(task, failureClass)
                                    ? Advice.onTurnedDownOnce(task.nameOfTake(), line)
                                    : Advice.on(
                                        view, name, line, whereToLook, named.takesOf(task).told()));
    return new Explanation(
        task.name(),
        task.state(),
        shared(task.reasonCode()),
        shared(task.reason()),
        task.line(),
        view.current(),
        task.shot() == null ? null : task.shot().operation().label(),
        prompt(task),
        failureClass,
        history.attempts().stream().map(attempt -> sent(attempt, history)).toList(),
        history.events().stream().map(Explainer::step).toList(),
        stuck.lastWait(view).map(Wait::told).orElse(why(task, failureClass)),
        spending(history.attempts()),
        whereToLook(task),
        advice.text(),
        advice.commands(),
        results.told(view, wholeLinks));
  }

  private String why(Task task, @Nullable FailureClass failureClass) {
    return isTurnedDownOnce(task, failureClass)
        ? "Not repeated: a repeat is a new payment, so a person asks for it."
        : RetryExplanation.why(task, failureClass);
  }

  private boolean isTurnedDownOnce(Task task, @Nullable FailureClass failureClass) {
    return failureClass == FailureClass.MODERATION && named.isMadeByAnotherTake(task);
  }

  private static boolean isFound(History history) {
    TaskState state = history.view().task().state();
    return (state == TaskState.SUBMITTED || state == TaskState.LOST) && history.hasAdoptedTicket();
  }

  private static String prompt(Task task) {
    String prompt = task.shot() == null ? task.cells().get("prompt") : task.shot().prompt();
    return PlainText.withoutSecrets(prompt);
  }

  private static Sent sent(SentAttempt attempt, History history) {
    return new Sent(
        attempt.number(),
        attempt.provider(),
        shared(attempt.request().model()),
        shared(attempt.ticket()),
        attempt.intendedAt(),
        attempt.acceptedAt(),
        attempt.ticket() == null ? null : history.ticketBy(attempt),
        attempt.endedAt(),
        usd(attempt.request().price()),
        usd(attempt.charged()));
  }

  private static Step step(Event event) {
    return new Step(
        event.at(),
        event.attempt(),
        event.from(),
        event.to(),
        event.httpStatus(),
        shared(event.requestId()),
        shared(event.code()),
        shared(event.reason()));
  }

  private static Spending spending(List<SentAttempt> attempts) {
    return new Spending(
        cost(attempts, SentAttempt::wasTaken), cost(attempts, SentAttempt::isUnknown));
  }

  private static Cost cost(List<SentAttempt> attempts, Predicate<SentAttempt> counted) {
    return attempts.stream().filter(counted).map(SentAttempt::cost).reduce(Cost.ZERO, Cost::plus);
  }

  private @Nullable String whereToLook(Task task) {
    String provider = task.provider();
    return task.state() == TaskState.IN_DOUBT && provider != null
        ? whereToLook.apply(provider).told()
        : null;
  }

  private static @Nullable String shared(@Nullable String text) {
    return text == null ? null : PlainText.withoutSecrets(text);
  }

  private static @Nullable BigDecimal usd(@Nullable Price price) {
    return price == null ? null : price.usd();
  }
}
