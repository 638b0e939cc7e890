package dev.dailies.job.plan;

import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.job.plan.SendTable.OfScene;
import dev.dailies.ledger.Task;
import dev.dailies.provider.ModelChoice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what is left to send, task by task. */
final class SendCount {

  private record Way(String provider, ModelChoice model) {}

  /** The takes of a row need not follow one another; all go one way, and belong to one scene. */
  private final BitSet lines = new BitSet();

  private final SendTally all = new SendTally();
  private final Map<Way, SendTally> models = new LinkedHashMap<>();
  private final Map<String, SendTally> scenes = new LinkedHashMap<>();
  private final SendTally sceneless = new SendTally();

  void add(Task task, ModelChoice model) {
    Way way = new Way(Objects.requireNonNull(task.provider()), model);
    boolean newRow = isNew(task.line());
    all.add(task, newRow);
    models.computeIfAbsent(way, key -> new SendTally()).add(task, newRow);
    task.scene()
        .map(scene -> scenes.computeIfAbsent(scene, key -> new SendTally()))
        .orElse(sceneless)
        .add(task, newRow);
  }

  private boolean isNew(long line) {
    int bit = (int) Math.min(line, Integer.MAX_VALUE - 1);
    boolean isNew = !lines.get(bit);
    lines.set(bit);
    return isNew;
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

  /** One scene tells nothing, and as many as shots are none: so it is on the page too. */
  private List<OfScene> ofScenes() {
    if (scenes.size() < 2 || scenes.size() >= all.rows()) {
      return List.of();
    }
    List<OfScene> found = new ArrayList<>();
    scenes.forEach((scene, tally) -> found.add(new OfScene(scene, tally.share())));
    if (sceneless.share().takes() > 0) {
      found.add(new OfScene(null, sceneless.share()));
    }
    return List.copyOf(found);
  }
}
