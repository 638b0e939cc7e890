package dev.dailies.provider.comfyui;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Exchange;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.JsonAnswer;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Submission;

/** Why a shot cannot be prepared. All that is free and can be repeated, so nothing is in doubt. */
final class Trouble {

  private Trouble() {}

  /** There was no complete answer. */
  static Preparation of(String server, Exchange.Broken broken) {
    Submission outcome = broken.asSubmission();
    if (outcome instanceof Submission.Halt halt) {
      return halt;
    }
    String reason =
        outcome instanceof Submission.NotNow not
            ? not.reason()
            : ((Submission.Unknown) outcome).reason();
    return new Submission.NotNow(server + ": " + reason, null, true, Evidence.NONE);
  }

  /** There was an answer, and not the one that was hoped for. */
  static Preparation of(String server, JsonAnswer answer, ComfyuiHttp http) {
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
