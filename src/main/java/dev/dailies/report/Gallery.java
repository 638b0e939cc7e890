package dev.dailies.report;

import dev.dailies.ledger.TaskState;
import dev.dailies.text.PlainText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the page's script knows beside the tasks. The names are those of the script.
 *
 * @param job the UUID of the output folder
 * @param manifest its plain file name
 * @param kinds for every state the group of states that it is shown with
 * @param columns of the manifest's rows, none of those that {@code failures.csv} adds
 * @param advice what can be done about tasks; a command has a zero character where the task's name
 *     belongs
 * @param rejects the command that runs exported rejects, for a file named {@code rejects.csv}
 * @param started when the newest run began, in milliseconds since 1970
 */
record Gallery(
    String job,
    String manifest,
    Map<String, String> kinds,
    List<String> columns,
    List<Advice> advice,
    String rejects,
    long started) {

  /** Stands in a command for the task's name; no name and no file can hold it. */
  private static final String NAME = "\0";

  static Gallery of(RunFacts facts, Collection<String> columns, Collection<Advice> advice) {
    return new Gallery(
        facts.job(),
        PlainText.withoutSecrets(facts.manifest()),
        kindOfEveryState(),
        List.copyOf(columns),
        List.copyOf(advice),
        facts.commandLine().onRejects("run"),
        facts.startedAt().toEpochMilli());
  }

  private static Map<String, String> kindOfEveryState() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (TaskState state : TaskState.values()) {
      kinds.put(state.name(), Kind.of(state).name().toLowerCase(Locale.ROOT));
    }
    return kinds;
  }

  /** What can be done about a task, whatever its name; empty if it is delivered. */
  static Optional<Advice> adviceFor(Entry entry, RunFacts facts) {
    return entry.state() == TaskState.DELIVERED
        ? Optional.empty()
        : Optional.of(facts.adviceOn(entry.view(), NAME));
  }

  /** The number of that advice here. */
  Optional<Integer> adviceOn(Entry entry, RunFacts facts) {
    return adviceFor(entry, facts).map(advice::indexOf);
  }
}
