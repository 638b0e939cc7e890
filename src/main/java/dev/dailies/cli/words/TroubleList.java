package dev.dailies.cli.words;

import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.report.RowTakes;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Count;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * What a person has to look at: the doubts first, then the failures, one group for each reason, and
 * what to type for it. Rows that could not be planned are listed with their problems.
 */
final class TroubleList {

  private static final int MOST_DOUBTS = 10;
  private static final int MOST_GROUPS = 20;

  private final TaskQueries queries;
  private final DoubtLines doubtLines;
  private final BinaryOperator<String> line;
  private final RowEdit edit;
  private final RowEdit editOfRetakes;
  private final Paint paint;
  private final Map<String, String> deliveredAnew;
  private final Set<Long> madeByAnother;
  private final List<TaskView> doubts = new ArrayList<>();
  private final Map<TroubleKind, TroubleGroup> groups = new LinkedHashMap<>();
  private long doubtful;
  private boolean hasUnusableRows;

  /**
   * @param line the words to type for a command about the job and its arguments
   */
  TroubleList(
      JobSetup setup,
      TaskQueries queries,
      DoubtLines doubtLines,
      BinaryOperator<String> line,
      Paint paint) {
    this.deliveredAnew = queries.deliveredAnew();
    this.madeByAnother = queries.madeByAnotherTake();
    this.paint = paint;
    this.queries = queries;
    this.doubtLines = doubtLines;
    this.line = line;
    this.edit = RowEdit.of(setup, line);
    this.editOfRetakes = RowEdit.ofRetakes(setup);
    queries.forEach(this::sort);
  }

  private void sort(TaskView view) {
    if (view.task().state() == TaskState.IN_DOUBT) {
      doubtful++;
      if (doubts.size() < MOST_DOUBTS) {
        doubts.add(view);
      }
    } else if (view.current()) {
      hasUnusableRows |= view.task().shot() == null && view.task().state() == TaskState.REJECTED;
      FailureClass.of(view)
          .map(
              failureClass ->
                  TroubleKind.of(failureClass, view, madeByAnother.contains(view.task().id())))
          .ifPresent(
              kind ->
                  groups
                      .computeIfAbsent(kind, key -> new TroubleGroup(view))
                      .add(view, deliveredAnew));
    }
  }

  /** What to do first about the failures; empty if there are none, or only unusable rows. */
  Optional<String> firstStep() {
    List<TroubleKind> open = groups.keySet().stream().filter(kind -> !kind.isLetGo()).toList();
    if (open.isEmpty()) {
      return Optional.of("open the report").filter(step -> hasGroups() && !hasUnusableRows);
    }
    return Optional.of(open.size() == 1 ? next(open.get(0)) : firstOfSeveral(open));
  }

  /** What may succeed as it is comes first: to plan it again costs nothing, and tells the price. */
  private String firstOfSeveral(List<TroubleKind> open) {
    Set<FailureClass> classes =
        open.stream()
            .map(TroubleKind::failureClass)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(FailureClass.class)));
    if (classes.contains(FailureClass.TRANSIENT)) {
      return line.apply("retry", "");
    }
    if (classes.contains(FailureClass.UNDELIVERED)) {
      return line.apply("fetch", "");
    }
    List<TroubleKind> toEdit =
        open.stream()
            .filter(kind -> kind.failureClass() != FailureClass.LOST && !kind.isMadeByAnother())
            .toList();
    return toEdit.isEmpty()
        ? open.stream()
            .filter(TroubleKind::isMadeByAnother)
            .findFirst()
            .map(this::next)
            .orElseGet(() -> line.apply("run", ""))
        : edit(toEdit, true);
  }

  /** All takes of an edited row are made again, not only those that failed. */
  private String edit(List<TroubleKind> kinds, boolean named) {
    Set<String> shots =
        kinds.stream()
            .flatMap(kind -> Objects.requireNonNull(groups.get(kind)).shots().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (kinds.stream().allMatch(kind -> Objects.requireNonNull(groups.get(kind)).isOfRetakes())) {
      return editOfRetakes.told("row", shots, "");
    }
    String takes = RowTakes.of(queries, shots).aside();
    return named
        ? edit.told("row", shots, takes)
        : edit.told(shots.size() == 1 ? "row" : "rows", takes);
  }

  boolean hasGroups() {
    return !groups.isEmpty();
  }

  void print(PrintWriter out) {
    doubts.forEach(view -> out.println(paint.bad(doubtLines.line(view))));
    if (doubtful > doubts.size()) {
      out.println("… and " + (doubtful - doubts.size()) + " more in doubt, all in results.csv");
    }
    if (doubtful > 0) {
      out.println(Count.of(doubtful, "doubt") + " to settle: " + line.apply("resolve", ""));
    }
    groups.entrySet().stream()
        .limit(MOST_GROUPS)
        .forEach(
            group -> {
              out.println(paint.bad(group.getValue().told(group.getKey())));
              group.getValue().why().ifPresent(why -> out.println("    " + why));
              group.getValue().toldAnew().ifPresent(anew -> out.println("    " + anew));
              out.println("    " + step(group.getKey()));
            });
    if (groups.size() > MOST_GROUPS) {
      out.println("… and " + (groups.size() - MOST_GROUPS) + " more reasons, all in failures.csv");
    }
  }

  /** What to do about one kind: a command that can be pasted, if that is all. */
  private String next(TroubleKind kind) {
    TroubleGroup group = Objects.requireNonNull(groups.get(kind));
    if (group.isDeliveredAnew()) {
      return edit.toldAgain();
    }
    if (kind.isMadeByAnother()) {
      return group.commandAgain(line);
    }
    return switch (kind.failureClass()) {
      case MODERATION, INPUT, OTHER -> edit(List.of(kind), true);
      case TRANSIENT -> line.apply("retry", kind.choice());
      case LOST -> line.apply("run", "");
      case UNDELIVERED -> line.apply("fetch", "");
    };
  }

  /** What to type, and what comes of it. */
  private String step(TroubleKind kind) {
    TroubleGroup group = Objects.requireNonNull(groups.get(kind));
    boolean isOne = group.size() == 1;
    if (group.isDeliveredAnew()) {
      return edit.toldAgain();
    }
    if (kind.isMadeByAnother()) {
      return group.takeAgain(line);
    }
    if (kind.isLetGo()) {
      return "if wanted after all: %s%s"
          .formatted(line.apply("retry", kind.choice()), group.isFree() ? "" : " (paid once more)");
    }
    return switch (kind.failureClass()) {
      case MODERATION, INPUT -> edit(List.of(kind), false);
      case TRANSIENT ->
          "%s plans %s again; the next run %s"
              .formatted(
                  line.apply("retry", kind.choice()), isOne ? "it" : "them", group.payment(isOne));
      case OTHER ->
          "%s; or as %s: %s%s"
              .formatted(
                  edit(List.of(kind), false),
                  isOne ? "it is" : "they are",
                  line.apply("retry", kind.choice()),
                  group.isFree() ? "" : " (paid once more)");
      case LOST -> line.apply("run", "") + " looks again, free";
      case UNDELIVERED -> line.apply("fetch", "") + " fetches what was generated, free";
    };
  }
}
