package dev.dailies.job.settle;

import dev.dailies.ledger.Histories;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import dev.dailies.provider.Shot;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tickets that a provider's list shows beside the one of a doubt, since they were made for the
 * same shot or with the same prompt: the ledger has them, and the doubt cannot be any of these.
 */
public final class KnownTickets {

  /** For where nobody looks for a ticket. */
  public static final KnownTickets NONE = new KnownTickets(List.of());

  private final Map<String, Set<Known>> byShot = new HashMap<>();
  private final Map<String, Set<Known>> byPrompt = new HashMap<>();

  private KnownTickets(List<TaskView> doubts) {
    for (TaskView doubt : doubts) {
      byShot.put(shot(doubt), new LinkedHashSet<>());
      byPrompt.put(prompt(doubt), new LinkedHashSet<>());
    }
    byPrompt.remove("");
  }

  /**
   * A ticket that the ledger has.
   *
   * @param task the name of the task that it was given to
   */
  public record Known(String ticket, String task, String provider) {}

  static KnownTickets beside(List<TaskView> doubts, TaskQueries queries, Histories histories) {
    KnownTickets known = new KnownTickets(doubts);
    queries.forEach(
        view -> {
          if (known.isWanted(view)) {
            histories.of(view).attempts().forEach(attempt -> known.add(view, attempt));
          }
        });
    return known;
  }

  /** Those beside this doubt, at its provider; its own shot's first. */
  public List<Known> of(TaskView doubt) {
    SentAttempt attempt = doubt.attempt();
    if (attempt == null) {
      return List.of();
    }
    Set<Known> found = new LinkedHashSet<>(byShot.getOrDefault(shot(doubt), Set.of()));
    found.addAll(byPrompt.getOrDefault(prompt(doubt), Set.of()));
    return found.stream()
        .filter(known -> known.provider().equals(attempt.provider()))
        .filter(known -> !known.ticket().equals(attempt.ticket()))
        .toList();
  }

  private boolean isWanted(TaskView view) {
    return view.attempt() != null
        && (byShot.containsKey(shot(view)) || byPrompt.containsKey(prompt(view)));
  }

  private void add(TaskView view, SentAttempt attempt) {
    String ticket = attempt.ticket();
    if (ticket != null) {
      Known known = new Known(ticket, view.task().name(), attempt.provider());
      addTo(byShot.get(shot(view)), known);
      addTo(byPrompt.get(prompt(view)), known);
    }
  }

  private static void addTo(@Nullable Set<Known> some, Known known) {
    if (some != null) {
      some.add(known);
    }
  }

  private static String shot(TaskView view) {
    return view.task().shotId().toLowerCase(Locale.ROOT);
  }

  private static String prompt(TaskView view) {
    Shot shot = view.task().shot();
    String prompt = shot == null ? null : shot.prompt();
    return prompt == null ? "" : prompt;
  }
}
