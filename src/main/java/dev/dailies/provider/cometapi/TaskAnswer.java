package dev.dailies.provider.cometapi;

import dev.dailies.provider.Attempt;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.LastResort;
import dev.dailies.provider.http.NotFound;
import dev.dailies.provider.http.UnknownStatusLog;
import dev.dailies.provider.runway.FailureCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Reads the answer to a poll. A poll that fails says nothing about the task. */
final class TaskAnswer {

  private final Secret key;
  private final Clock clock;
  private final UnknownStatusLog unknownWords = new UnknownStatusLog();

  TaskAnswer(Secret key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  Progress read(Exchange exchange, Attempt attempt) {
    return exchange.fold(
        answer -> read(new JsonAnswer(answer, key), attempt), Exchange.Broken::asProgress);
  }

  private Progress read(JsonAnswer answer, Attempt attempt) {
    if (TaskNotExist.isIn(answer) || NotFound.isOfATask(answer)) {
      return new Progress.NotVisible(answer.evidence());
    }
    if (!answer.isSuccess()) {
      return failedPoll(answer, answer.status());
    }
    TaskBody task = new TaskBody(answer, attempt.request());
    if (!answer.isJson() || !task.isTask()) {
      return failedPoll(answer, CometapiError.of(answer).number());
    }
    return task.isAbout(attempt.ticket())
        ? seen(task, answer, attempt)
        : unreadable(answer, "the answer is not about this task: " + answer.excerpt());
  }

  /**
   * @param status that of the answer, or the number that a 200 holds in its place
   */
  private Progress failedPoll(JsonAnswer answer, int status) {
    CometapiError error = CometapiError.of(answer);
    String reason = "HTTP " + answer.status() + ": " + error.reason();
    boolean account = status == 402 || Refusal.saysNoCredits(error);
    return switch (status) {
      case 401, 402, 403 ->
          new Progress.Halt(
              account ? HaltCause.ACCOUNT : HaltCause.CREDENTIALS, reason, answer.evidence());
      default -> unreadable(answer, reason);
    };
  }

  private Progress unreadable(JsonAnswer answer, String reason) {
    Duration retryAfter = answer.retryAfter(clock);
    return new Progress.Unreadable(reason, retryAfter, answer.evidence());
  }

  private Progress seen(TaskBody task, JsonAnswer answer, Attempt attempt) {
    Evidence evidence = answer.evidence();
    logUnknownWords(task);
    return switch (task.status()) {
      case WAITING -> new Progress.Waiting(shown(task.words()), evidence);
      case RUNNING -> new Progress.Running(task.progress(), evidence);
      case DONE -> LastResort.done(task.outputs(), null, answer, attempt.request());
      case CANCELLED -> new Progress.Cancelled(reason(task, "cancelled"), null, evidence);
      case FAILED -> failed(task, answer);
    };
  }

  private static Progress failed(TaskBody task, JsonAnswer answer) {
    String code = task.failureCode();
    return new Progress.Failed(
        code == null ? "failed" : JsonAnswer.onOneLine(code),
        reason(task, "the provider gives no reason: " + answer.excerpt()),
        FailureCode.isRetryable(code),
        null,
        answer.evidence());
  }

  private static String reason(TaskBody task, String otherwise) {
    String failure = task.failure();
    return JsonAnswer.onOneLine(failure == null ? otherwise : failure);
  }

  private static String shown(List<String> words) {
    return words.isEmpty() ? "" : UnknownStatusLog.shown(words.get(0));
  }

  private void logUnknownWords(TaskBody task) {
    boolean isEnd = task.status() != TaskStatus.WAITING && task.status() != TaskStatus.RUNNING;
    task.words().stream()
        .filter(word -> TaskStatus.of(word).isEmpty())
        .forEach(isEnd ? unknownWords::took : unknownWords::note);
  }
}
