package dev.dailies.job.submit;

import dev.dailies.ledger.Task;
import dev.dailies.provider.Shot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses tasks that differ most, to be looked at before the others are paid for: first by
 * operation, provider, model and ratio, then by their place in the manifest. Further takes of a
 * shot come only after all first ones. Keeps the place of each, and nothing else.
 */
final class SampleChoice {

  /** What makes clips differ. */
  private record Way(List<String> facts) {

    long differencesTo(Way other) {
      long differences = 0;
      for (int i = 0; i < facts.size(); i++) {
        differences += facts.get(i).equals(other.facts.get(i)) ? 0 : 1;
      }
      return differences;
    }
  }

  private record Place(long task, long line) {}

  private final Map<Way, List<Place>> first = new LinkedHashMap<>();
  private final Map<Way, List<Place>> further = new LinkedHashMap<>();
  private long lastLine;

  /** One more that may be chosen. */
  void offer(Task task, @Nullable String model) {
    Shot shot = Objects.requireNonNull(task.shot(), "a planned task has a shot");
    Way way =
        new Way(
            List.of(
                shot.operation().name(),
                String.valueOf(task.provider()),
                String.valueOf(model),
                String.valueOf(shot.ratio())));
    Map<Way, List<Place>> places = task.take() > 1 ? further : first;
    places.computeIfAbsent(way, key -> new ArrayList<>()).add(new Place(task.id(), task.line()));
    lastLine = Math.max(lastLine, task.line());
  }

  /** The ids of those that are chosen: as many as wanted, or all that there are. */
  List<Long> choose(int wanted) {
    List<Way> chosenWays = new ArrayList<>();
    List<Long> chosen = new ArrayList<>();
    while (chosen.size() < wanted && !(first.isEmpty() && further.isEmpty())) {
      Map<Way, List<Place>> places = first.isEmpty() ? further : first;
      Way way = farthestFrom(chosenWays, places);
      chosen.add(takeNearest(places, way, lastLine * (2L * chosen.size() + 1) / (2L * wanted)));
      chosenWays.add(way);
    }
    return chosen;
  }

  /** The one that is least like those that were chosen; among equals the one with most left. */
  private static Way farthestFrom(List<Way> chosen, Map<Way, List<Place>> places) {
    return places.keySet().stream()
        .max(
            Comparator.comparingLong((Way way) -> leastDifference(way, chosen))
                .thenComparing(way -> -timesChosen(way, chosen))
                .thenComparing(way -> Objects.requireNonNull(places.get(way)).size()))
        .orElseThrow();
  }

  private static long leastDifference(Way way, List<Way> chosen) {
    return chosen.stream().mapToLong(way::differencesTo).min().orElse(0);
  }

  private static long timesChosen(Way way, List<Way> chosen) {
    return chosen.stream().filter(way::equals).count();
  }

  private static long takeNearest(Map<Way, List<Place>> places, Way way, long line) {
    List<Place> all = Objects.requireNonNull(places.get(way));
    Place nearest =
        all.stream()
            .min(Comparator.comparingLong(place -> Math.abs(place.line() - line)))
            .orElseThrow();
    all.remove(nearest);
    if (all.isEmpty()) {
      places.remove(way);
    }
    return nearest.task();
  }
}
