package dev.dailies.job.deliver;

import dev.dailies.job.deliver.Handed.LeftOut;
import dev.dailies.ledger.Picks.Pick;
import dev.dailies.ledger.Picks.Word;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be handed over, in the order of the shots, and what was kept and cannot be.
 *
 * @param keepers the files
 */
record Selection(List<Keeper> keepers, List<LeftOut> leftOut) {

  /**
   * Chooses.
   *
   * @param all true for every take that is here, of the rows that the newest plan saw, and was
   *     neither rejected nor replaced; false for those that people have kept
   */
  static Selection of(TaskQueries queries, boolean all) {
    Map<String, Pick> picks = queries.picks();
    List<TaskView> wanted = new ArrayList<>();
    Map<String, String> replaced = new HashMap<>();
    Map<String, Long> lines = new HashMap<>();
    queries.forEach(
        view -> {
          Task task = view.task();
          lines.putIfAbsent(key(task), task.line());
          task.replaces()
              .filter(name -> task.attempts() > 0)
              .ifPresent(name -> replaced.put(name, task.name()));
          if (isWanted(view, picks.get(task.name()), all)) {
            wanted.add(view);
          }
        });
    wanted.sort(
        Comparator.<TaskView>comparingLong(view -> lines.getOrDefault(key(view.task()), 0L))
            .thenComparing(view -> key(view.task()))
            .thenComparing(view -> view.task().take())
            .thenComparing(view -> view.task().revision()));
    return sorted(wanted, replaced, all);
  }

  private static boolean isWanted(TaskView view, @Nullable Pick pick, boolean all) {
    Word word = pick == null ? Word.NONE : pick.word();
    return word == Word.KEEP || (all && word == Word.NONE && view.current() && isHere(view));
  }

  private static boolean isHere(TaskView view) {
    return view.task().state() == TaskState.DELIVERED && view.task().shot() != null;
  }

  private static Selection sorted(
      List<TaskView> wanted, Map<String, String> replaced, boolean all) {
    List<Keeper> keepers = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (TaskView view : wanted) {
      String name = view.task().name();
      String instead = replaced.get(name);
      if (instead == null && isHere(view)) {
        view.outputs().stream()
            .flatMap(output -> Keeper.of(view, output).stream())
            .forEach(keepers::add);
      } else if (instead != null && !all) {
        leftOut.add(LeftOut.replaced(name, instead));
      } else if (instead == null) {
        leftOut.add(LeftOut.harmed(name, name, "is not here"));
      }
    }
    return new Selection(keepers, leftOut);
  }

  private static String key(Task task) {
    return task.shotId().toLowerCase(Locale.ROOT);
  }
}
