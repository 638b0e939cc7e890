package dev.dailies.provider.runway;

import dev.dailies.provider.Attempt;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.LastResort;
import dev.dailies.provider.http.NotFound;
import dev.dailies.provider.http.Outputs;
import dev.dailies.provider.http.StatusGuess;
import dev.dailies.provider.http.UnknownStatusLog;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
    String status = answer.text(answer.root().path("status"));
    if (answer.isSuccess() && status != null) {
      return attempt.ticket().equals(answer.text(answer.root().path("id")))
          ? seen(answer, status.strip().toUpperCase(Locale.ROOT), attempt)
          : unreadable(answer, "the answer is not about this task: " + answer.excerpt());
    }
    String reason = RunwayError.words(answer);
    return switch (answer.status()) {
      case 401, 403 -> new Progress.Halt(HaltCause.CREDENTIALS, reason, answer.evidence());
      case 402 -> new Progress.Halt(HaltCause.ACCOUNT, reason, answer.evidence());
      case 404 -> NotFound.isOfATask(answer) ? notVisible(answer) : unreadable(answer, reason);
      default -> unreadable(answer, reason);
    };
  }

  /**
   * Runway answers 404 for a task that never was, is not visible yet, was deleted, or was
   * cancelled.
   */
  private static Progress notVisible(JsonAnswer answer) {
    return new Progress.NotVisible(answer.evidence());
  }

  private Progress unreadable(JsonAnswer answer, String reason) {
    return new Progress.Unreadable(reason, answer.retryAfter(clock), answer.evidence());
  }

  private Progress seen(JsonAnswer answer, String status, Attempt attempt) {
    JsonNode task = answer.root();
    return switch (status) {
      case "PENDING", "THROTTLED" -> waiting(answer, status);
      case "RUNNING" -> new Progress.Running(fraction(task.path("progress")), answer.evidence());
      case "SUCCEEDED" -> done(answer, task, attempt);
      case "FAILED" -> failed(answer, task);
      case "CANCELLED" ->
          new Progress.Cancelled(
              "cancelled at Runway", Credits.in(task.path("cost")), answer.evidence());
      default -> unknown(answer, status, attempt);
    };
  }

  private static Progress waiting(JsonAnswer answer, String status) {
    return new Progress.Waiting(status, answer.evidence());
  }

  private static @Nullable Double fraction(JsonNode progress) {
    double fraction = progress.isNumber() ? progress.asDouble() : -1;
    return fraction >= 0 && fraction <= 1 ? fraction : null;
  }

  private static Progress failed(JsonAnswer answer, JsonNode task) {
    String code = answer.text(task.path("failureCode"));
    String failure = answer.text(task.path("failure"));
    return new Progress.Failed(
        code == null ? "failed" : JsonAnswer.onOneLine(code),
        failure == null
            ? "Runway gives no reason: " + answer.excerpt()
            : JsonAnswer.onOneLine(failure),
        FailureCode.isRetryable(code),
        Credits.in(task.path("cost")),
        answer.evidence());
  }

  private static Progress done(JsonAnswer answer, JsonNode task, Attempt attempt) {
    return LastResort.done(
        outputs(answer, attempt), Credits.in(task.path("cost")), answer, attempt.request());
  }

  private static List<String> outputs(JsonAnswer answer, Attempt attempt) {
    return Outputs.of(
        answer, answer.root().path("output").valueStream(), attempt.request().baseUrl());
  }

  private Progress unknown(JsonAnswer answer, String word, Attempt attempt) {
    StatusGuess guess = StatusGuess.of(word, !outputs(answer, attempt).isEmpty());
    if (guess == StatusGuess.GOING_ON) {
      unknownWords.note(word);
      return waiting(answer, UnknownStatusLog.shown(word));
    }
    unknownWords.took(word);
    return guess == StatusGuess.DONE
        ? done(answer, answer.root(), attempt)
        : failed(answer, answer.root());
  }
}
