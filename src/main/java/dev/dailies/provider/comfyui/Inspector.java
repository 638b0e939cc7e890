package dev.dailies.provider.comfyui;

import dev.dailies.provider.Inspection;
import dev.dailies.provider.Submission;

/** Says what a server makes of the workflow before a prompt is sent. */
final class Inspector {

  private final ServerCheck check;

  Inspector(ServerCheck check) {
    this.check = check;
  }

  Inspection inspect(String server) {
    Fitness fitness = check.of(server);
    Submission.NothingCreated objection = fitness.objection();
    if (objection instanceof Submission.Halt halt) {
      return new Inspection(halt.reason(), false);
    }
    if (objection != null) {
      return new Inspection("was not asked: " + objection.reason(), true);
    }
    ServerVersion version = fitness.version();
    String seen =
        fitness.isDoubtful()
            ? "does not list %s; a prompt will show whether that matters"
                .formatted(String.join(", ", fitness.doubts()))
            : "ComfyUI %s has all that the workflow names"
                .formatted(version == null ? "?" : version);
    return new Inspection(
        version == null || version.takesIds() ? seen : seen + "; " + version.whatIsOld(), true);
  }
}
