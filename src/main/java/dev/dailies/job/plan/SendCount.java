package dev.dailies.job.plan;

import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.job.plan.SendTable.OfScene;
import dev.dailies.ledger.Task;
import dev.dailies.provider.ModelChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what is left to send, task by task. */
final class SendCount {

  private record Way(String provider, ModelChoice model) {}

  private final SendTally all = new SendTally();
  private final Map<Way, SendTally> models = new LinkedHashMap<>();
  private final Map<String, SendTally> scenes = new LinkedHashMap<>();
  private final SendTally sceneless = new SendTally();

  void add(Task task, ModelChoice model) {
    Way way = new Way(Objects.requireNonNull(task.provider()), model);
    all.add(task);
    models.computeIfAbsent(way, key -> new SendTally()).add(task);
    task.scene()
        .map(scene -> scenes.computeIfAbsent(scene, key -> new SendTally()))
        .orElse(sceneless)
        .add(task);
  }

  SendTable table(ReadyTime ready) {
    return new SendTable(
        all.share(),
        models.entrySet().stream()
            .map(
                entry ->
                    new OfModel(
                        entry.getKey().provider(),
                        entry.getKey().model().name(),
                        entry.getKey().model().usual(),
                        entry.getValue().share()))
            .toList(),
        ofScenes(),
        ready);
  }

  private List<OfScene> ofScenes() {
    List<OfScene> found = new ArrayList<>();
    scenes.forEach((scene, tally) -> found.add(new OfScene(scene, tally.share())));
    if (!found.isEmpty() && sceneless.share().takes() > 0) {
      found.add(new OfScene(null, sceneless.share()));
    }
    return List.copyOf(found);
  }
}
