package dev.dailies.job.poll;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.pacing.Wait;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why tasks of a provider are left to the next run: they go on, or nobody can see them. */
final class Parked {

  private static final int MOST = 5;

  private Parked() {}

  static Stream<StopReason> reasons(ActiveProvider active, List<Watch> left) {
    List<Watch> sentAway = left.stream().filter(watch -> watch.sentAwayUntil() != null).toList();
    Map<Boolean, List<Watch>> unseen =
        left.stream()
            .filter(watch -> watch.sentAwayUntil() == null)
            .collect(Collectors.partitioningBy(Watch::isOutOfSight));
    List<Watch> running = unseen.getOrDefault(false, List.of());
    Map<String, List<Watch>> byAddress =
        unseen.getOrDefault(true, List.of()).stream()
            .collect(Collectors.groupingBy(Watch::address, TreeMap::new, Collectors.toList()));
    return Stream.of(
            sentAway.isEmpty() ? Stream.<StopReason>empty() : Stream.of(sentAway(active, sentAway)),
            running.isEmpty() ? Stream.<StopReason>empty() : Stream.of(running(active, running)),
            byAddress.entrySet().stream().map(at -> unseen(active, at.getKey(), at.getValue())))
        .flatMap(reasons -> reasons);
  }

  private static StopReason sentAway(ActiveProvider active, List<Watch> left) {
    return new StopReason(
        Kind.UNAVAILABLE,
        active.name(),
        "%s wants to be asked much later: %s".formatted(active.name(), waiting(left)),
        left.stream()
            .flatMap(watch -> Stream.ofNullable(watch.sentAwayUntil()))
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  private static StopReason running(ActiveProvider active, List<Watch> left) {
    String text =
        left.size() == 1
            ? "1 clip is still being made at %s: %s".formatted(active.name(), names(left))
            : "%d clips are still being made at %s: %s"
                .formatted(left.size(), active.name(), names(left));
    return StopReason.at(active.name(), Kind.DEADLINE, text);
  }

  private static StopReason unseen(ActiveProvider active, String address, List<Watch> left) {
    String why =
        active
            .troubles()
            .of(TaskPoller.SIGHT, address)
            .map(Wait::told)
            .orElse(TaskPoller.SIGHT + " " + address);
    return StopReason.at(active.name(), Kind.UNAVAILABLE, why + "; " + waiting(left));
  }

  private static String waiting(List<Watch> left) {
    return "%s for it: %s"
        .formatted(left.size() == 1 ? "1 task waits" : left.size() + " tasks wait", names(left));
  }

  /** With the provider's own word, where it has one that ends nothing. */
  private static String names(List<Watch> left) {
    String names =
        left.stream()
            .limit(MOST)
            .map(
                watch ->
                    watch.flight().task().name()
                        + (watch.lastWord().isEmpty() ? "" : " (" + watch.lastWord() + ")"))
            .collect(Collectors.joining(", "));
    return left.size() > MOST ? names + ", …" : names;
  }
}
