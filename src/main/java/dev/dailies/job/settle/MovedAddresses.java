package dev.dailies.job.settle;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.OpenTasks.InFlightAt;
import java.util.List;

/** Tasks that were sent to an address that the settings no longer name. */
public final class MovedAddresses {

  private final OpenTasks tasks;
  private final Providers providers;

  MovedAddresses(OpenTasks tasks, Providers providers) {
    this.tasks = tasks;
    this.providers = providers;
  }

  /** A sentence for each such address; a provider that is gone as a whole stops the run itself. */
  public List<String> warnings() {
    return tasks.inFlightByAddress().stream()
        .filter(this::isElsewhere)
        .map(MovedAddresses::describe)
        .toList();
  }

  private boolean isElsewhere(InFlightAt sent) {
    return providers
        .findQuietly(sent.provider())
        .map(active -> !active.provider().stillNames(sent.baseUrl()))
        .orElse(false);
  }

  private static String describe(InFlightAt sent) {
    boolean isOne = sent.tasks() == 1;
    return "%s: %s in flight at %s, which the settings no longer name; %s watched there, with today's key"
        .formatted(
            sent.provider(),
            isOne ? "1 task is" : sent.tasks() + " tasks are",
            sent.baseUrl(),
            isOne ? "it is" : "they are");
  }
}
