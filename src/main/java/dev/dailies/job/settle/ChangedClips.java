package dev.dailies.job.settle;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.provider.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How many clips today's settings would make otherwise, as after a change of a workflow. */
public final class ChangedClips {

  private final OpenTasks tasks;
  private final Providers providers;

  ChangedClips(OpenTasks tasks, Providers providers) {
    this.tasks = tasks;
    this.providers = providers;
  }

  /** By provider, where there are any. */
  public Map<String, Long> byProvider() {
    Map<String, Long> changed = new LinkedHashMap<>();
    for (String name : tasks.providersOfDelivered()) {
      long clips = recipe(name).map(recipe -> tasks.madeOtherwise(name, recipe)).orElse(0L);
      if (clips > 0) {
        changed.put(name, clips);
      }
    }
    return changed;
  }

  private Optional<String> recipe(String provider) {
    return providers.findQuietly(provider).map(ActiveProvider::provider).map(Provider::recipe);
  }
}
