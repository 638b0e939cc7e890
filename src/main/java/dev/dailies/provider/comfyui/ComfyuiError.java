package dev.dailies.provider.comfyui;

import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.JsonAnswer;

/** What an error means for a shot that is being prepared: nothing was created yet. */
final class ComfyuiError {

  private ComfyuiError() {}

  static Submission.NothingCreated of(String server, JsonAnswer answer, ComfyuiHttp http) {
    String reason = server + ": HTTP " + answer.status() + ": " + answer.excerpt();
    return switch (answer.status()) {
      case 401, 403 ->
          new Submission.Halt(
              HaltCause.CREDENTIALS, "the server lets nobody in, " + reason, answer.evidence());
      case 404, 405 ->
          new Submission.Halt(
              HaltCause.ACCOUNT, "this is no ComfyUI, see base-url, " + reason, answer.evidence());
      default -> new Submission.NotNow(reason, http.retryAfter(answer), false, answer.evidence());
    };
  }
}
