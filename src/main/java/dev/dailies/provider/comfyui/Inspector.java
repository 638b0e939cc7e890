package dev.dailies.provider.comfyui;

import dev.dailies.provider.Inspection;
import dev.dailies.provider.Submission;

/** Says what a server makes of the workflow before a prompt is sent. */
final class Inspector {

  private final ComfyuiHttp http;
  private final ServerCheck check;

  Inspector(ComfyuiHttp http, ServerCheck check) {
    this.http = http;
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
    return new Inspection(
        fitness.isDoubtful()
            ? "does not list %s; a prompt will show whether that matters"
                .formatted(String.join(", ", fitness.doubts()))
            : "ComfyUI %s has all that the workflow names".formatted(version(server)),
        true);
  }

  private String version(String server) {
    return http.get(server + "/system_stats")
        .fold(
            answer -> ServerVersion.in(http.read(answer)).map(ServerVersion::toString).orElse("?"),
            broken -> "?");
  }
}
