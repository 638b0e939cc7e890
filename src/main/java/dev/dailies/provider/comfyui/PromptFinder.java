package dev.dailies.provider.comfyui;

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Recovery.Sighting;
import dev.dailies.provider.Request;
import java.util.List;
import java.util.function.BiConsumer;

/** Finds a prompt by the id that we gave it, or by the names of its files. */
final class PromptFinder implements Recovery.Finder {

  private final ComfyuiHttp http;
  private final Prompts prompts;
  private final BiConsumer<String, String> cannotTell;

  /**
   * @param cannotTell is given each server that can never tell, and why
   */
  PromptFinder(ComfyuiHttp http, Prompts prompts, BiConsumer<String, String> cannotTell) {
    this.http = http;
    this.prompts = prompts;
    this.cannotTell = cannotTell;
  }

  @Override
  public Sighting find(AttemptId id, Request request) {
    Progress seen = prompts.poll(request.baseUrl(), id.value(), List.of());
    if (seen instanceof Progress.NotVisible absent) {
      return absent(absent, request.baseUrl(), id);
    }
    if (seen instanceof Progress.Unreadable unreadable) {
      return new Sighting.Unclear(unreadable.reason(), unreadable.evidence());
    }
    if (seen instanceof Progress.Halt halt) {
      return new Sighting.Unclear(halt.reason(), halt.evidence());
    }
    return new Sighting.Found(id.value(), seen.evidence());
  }

  /** An old server gives ids of its own: that it does not know ours proves nothing there. */
  private Sighting absent(Progress.NotVisible absent, String server, AttemptId id) {
    return http.get(server + "/system_stats")
        .fold(
            answer ->
                ServerVersion.in(http.read(answer)).filter(ServerVersion::takesIds).isPresent()
                    ? new Sighting.Absent(absent.evidence())
                    : search(server, id),
            broken ->
                new Sighting.Unclear("the server does not say its version", absent.evidence()));
  }

  private Sighting search(String server, AttemptId id) {
    Sighting seen = new PrefixSearch(http, server, id).look();
    if (seen instanceof Sighting.Untold untold) {
      cannotTell.accept(server, untold.reason());
    }
    return seen;
  }
}
