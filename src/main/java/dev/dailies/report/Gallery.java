package dev.dailies.report;

import dev.dailies.ledger.Picks.Pick;
import dev.dailies.ledger.Picks.Word;
import dev.dailies.ledger.TaskState;
import dev.dailies.text.PlainText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the page's script knows beside the tasks. The names are those of the script.
 *
 * @param job the UUID of the output folder
 * @param manifest its plain file name
 * @param kinds for every state the group of states that it is shown with
 * @param states every state in the words of people
 * @param columns of the manifest's rows, none of those that {@code failures.csv} adds
 * @param own those of the columns that are the user's own
 * @param advice what can be done about tasks; a command has a zero character where the task's name
 *     belongs, and a text where it belongs what becomes of the row's takes; where a text tells when
 *     the task was sent, it has {@link Advice#SENT_AT}
 * @param rejects the command that runs exported rejects, for a file named {@code rejects.csv}
 * @param takeOver the command that takes over exported picks, for a file named {@code picks.json}
 * @param picks what the ledger knows of picks, by the names of tasks
 * @param samples the names of those that were chosen to be looked at before the others were sent
 * @param started when the newest run began, in milliseconds since 1970
 */
record Gallery(
    String job,
    String manifest,
    Map<String, String> kinds,
    Map<String, String> states,
    List<String> columns,
    List<String> own,
    List<Advice> advice,
    String rejects,
    String takeOver,
    Map<String, Mark> picks,
    Set<String> samples,
    long started) {

  /**
   * Stands in a command for the task's name, and in a text for what becomes of the row's takes; no
   * name and no file can hold it.
   */
  private static final String BLANK = "\0";

  /** A pick, and when it was made, in milliseconds since 1970. */
  record Mark(String pick, long at) {

    static Mark of(Pick pick) {
      String word = pick.word() == Word.NONE ? "" : pick.word().name().toLowerCase(Locale.ROOT);
      return new Mark(word, pick.at().toEpochMilli());
    }
  }

  /** The same with what people have said of takes, and which of them were samples. */
  Gallery with(Map<String, Pick> known, Set<String> sampled) {
    Map<String, Mark> marks = new LinkedHashMap<>();
    known.forEach((task, pick) -> marks.put(task, Mark.of(pick)));
    return new Gallery(
        job,
        manifest,
        kinds,
        states,
        columns,
        own,
        advice,
        rejects,
        takeOver,
        marks,
        new TreeSet<>(sampled),
        started);
  }

  static Gallery of(
      RunFacts facts,
      Collection<String> columns,
      Collection<String> own,
      Collection<Advice> advice) {
    return new Gallery(
        facts.job(),
        PlainText.withoutSecrets(facts.list()),
        ofEveryState(state -> Kind.of(state).name().toLowerCase(Locale.ROOT)),
        ofEveryState(TaskState::told),
        List.copyOf(columns),
        List.copyOf(own),
        List.copyOf(advice),
        facts.commandLine().onRejects("run"),
        facts.commandLine().onPicks(),
        Map.of(),
        Set.of(),
        facts.startedAt().toEpochMilli());
  }

  private static Map<String, String> ofEveryState(Function<TaskState, String> word) {
    Map<String, String> words = new LinkedHashMap<>();
    for (TaskState state : TaskState.values()) {
      words.put(state.name(), word.apply(state));
    }
    return words;
  }

  /**
   * What a person can do about a task, whatever its name; empty if it is delivered, or a run does
   * it.
   */
  static Optional<Advice> adviceFor(Entry entry, RunFacts facts) {
    return entry.state() == TaskState.DELIVERED || entry.state().isOpen()
        ? Optional.empty()
        : Optional.of(facts.adviceOn(entry.view(), BLANK, BLANK));
  }

  /** The number of that advice here. */
  Optional<Integer> adviceOn(Entry entry, RunFacts facts) {
    return adviceFor(entry, facts).map(advice::indexOf);
  }
}
