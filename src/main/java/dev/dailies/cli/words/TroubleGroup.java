package dev.dailies.cli.words;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The tasks of one kind. */
final class TroubleGroup {

  private static final int MOST_NAMES = 5;
  private static final int REASON = 200;

  private final TaskView first;
  private final List<String> names = new ArrayList<>();
  private final Map<String, String> anew = new LinkedHashMap<>();
  private final Set<String> shots = new LinkedHashSet<>();
  private long size;
  private long retakes;
  private Cost price = Cost.ZERO;

  TroubleGroup(TaskView first) {
    this.first = first;
  }

  void add(TaskView view, Map<String, String> deliveredAnew) {
    size++;
    retakes += view.task().replaces().isPresent() ? 1 : 0;
    String name = view.task().name();
    Optional.ofNullable(deliveredAnew.get(name))
        .ifPresent(anew -> this.anew.putIfAbsent(name, anew));
    shots.add(view.task().shotId());
    price = price.plus(Cost.of(view.task().price()));
    if (names.size() < MOST_NAMES) {
      names.add(view.task().name());
    }
  }

  String told(TroubleKind kind) {
    return size + " " + kind.told() + ": " + Formats.names(names, size);
  }

  long size() {
    return size;
  }

  /** Whose rows these are. */
  Set<String> shots() {
    return shots;
  }

  /** True if every one was asked for in place of another take. */
  boolean isOfRetakes() {
    return retakes == size;
  }

  boolean isFree() {
    return price.isNothing();
  }

  /** True if an edited row of each is delivered. */
  boolean isDeliveredAnew() {
    return anew.size() == size;
  }

  /** The first that is delivered from an edited row; empty if there is none. */
  Optional<String> toldAnew() {
    return anew.entrySet().stream()
        .findFirst()
        .map(
            first ->
                "%s was delivered as %s, from an edited row%s"
                    .formatted(first.getKey(), first.getValue(), others()));
  }

  private String others() {
    int more = anew.size() - 1;
    return more == 0 ? "" : "; so %s %d more".formatted(more == 1 ? "was" : "were", more);
  }

  /** What a run does with it once it is planned again. */
  String payment(boolean isOne) {
    if (isFree()) {
      return isOne ? "sends it" : "sends them";
    }
    return price.usd().signum() == 0 ? "pays once more" : "pays " + Formats.cost(price);
  }

  /** What has the first alone made again. */
  String commandAgain(BinaryOperator<String> line) {
    return line.apply("retry", first.task().nameOfTake() + " --class=moderation");
  }

  /** The same, and what comes of it. */
  String takeAgain(BinaryOperator<String> line) {
    Cost cost = Cost.of(first.task().price());
    return "%s plans that take again; the next run %s"
        .formatted(
            commandAgain(line),
            cost.isNothing()
                ? "sends it"
                : cost.usd().signum() == 0 ? "pays once more" : "pays " + Formats.cost(cost));
  }

  /** In the words that came with the first of them. */
  Optional<String> why() {
    String code = first.task().reasonCode();
    String reason = first.task().reason();
    if (reason == null) {
      return Optional.ofNullable(code);
    }
    String told = PlainText.oneLine(reason, REASON);
    return Optional.of(code == null || told.contains(code) ? told : code + ": " + told);
  }
}
