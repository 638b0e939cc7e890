package dev.dailies.report;

import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.TaskState;
import dev.dailies.report.RunFacts.CommandLine;
import dev.dailies.report.money.Dollars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sorts tasks that need a person by what there is to do, doubts first. Keeps a bounded number. */
final class Remedies {

  /** As many of a kind as a person reads one by one; the tables have them all. */
  private static final int LISTED = 20;

  /** As many rows' takes are counted; more of them would take memory. */
  private static final int COUNTED = 100;

  /** What there is to do, the most pressing first. */
  private enum Step {
    SETTLE,
    FETCH,
    RETRY,
    REWRITE,
    CORRECT,
    DECIDE,
    AWAIT;

    static Step of(Entry entry) {
      if (entry.state() == TaskState.IN_DOUBT) {
        return SETTLE;
      }
      return FailureClass.of(entry.view()).map(Step::of).orElse(CORRECT);
    }

    private static Step of(FailureClass failure) {
      return switch (failure) {
        case TRANSIENT -> RETRY;
        case MODERATION -> REWRITE;
        case INPUT -> CORRECT;
        case OTHER -> DECIDE;
        case LOST -> AWAIT;
        case UNDELIVERED -> FETCH;
      };
    }
  }

  /** The tasks of one step. */
  private static final class Group {

    private final List<TroubleCard> first = new ArrayList<>();
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean free = true;
    private final Set<String> shots = new HashSet<>();

    /**
     * @param usd spent on it, or to be spent; empty if nobody knows
     */
    void add(Entry entry, Optional<BigDecimal> usd, Supplier<TroubleCard> card) {
      count++;
      if (shots.size() <= COUNTED) {
        shots.add(entry.task().shotId());
      }
      free &= entry.isFree();
      sum = sum.add(usd.orElse(BigDecimal.ZERO));
      if (first.size() < LISTED) {
        first.add(card.get());
      }
    }

    String one(String singular, String plural) {
      return count == 1 ? singular : plural;
    }

    String money(String text) {
      return sum.signum() == 0 ? "" : text.formatted(Dollars.text(sum));
    }
  }

  private final CommandLine line;
  private final Map<Step, Group> groups = new EnumMap<>(Step.class);

  Remedies(CommandLine line) {
    this.line = line;
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  void add(Entry entry, Supplier<TroubleCard> card) {
    Step step = Step.of(entry);
    // What failed may have been charged nothing, and is charged in full when it is made.
    Optional<BigDecimal> usd =
        step == Step.AWAIT ? entry.charged().or(entry::price) : entry.price();
    groups.computeIfAbsent(step, first -> new Group()).add(entry, usd, card);
  }

  /**
   * @param edited what becomes of the rows of these shots if they are edited
   */
  List<Remedy> list(Function<Set<String>, RowTakes> edited) {
    return groups.entrySet().stream()
        .map(group -> remedy(group.getKey(), group.getValue(), edited))
        .toList();
  }

  private Remedy remedy(Step step, Group group, Function<Set<String>, RowTakes> edited) {
    String run = line.of("run", "");
    return switch (step) {
      case SETTLE ->
          remedy(
              group,
              "doubt",
              group.one("doubt to settle", "doubts to settle"),
              group.money("%s at stake"),
              "A clip may have been made{ and charged}. This asks about one after the other.",
              line.of("resolve", ""));
      case FETCH ->
          remedy(
              group,
              "failed",
              "to fetch",
              "free",
              "Generated{ and paid for}, but the file is not here. This fetches it again.",
              line.of("fetch", ""));
      case RETRY ->
          remedy(
              group,
              "failed",
              "to retry",
              group.money("about %s"),
              "The provider failed, and the same request may succeed. This plans it again; the"
                  + " next run sends it{, and it is paid once more}.",
              line.of("retry", ""));
      case REWRITE ->
          remedy(
              group,
              "failed",
              group.one("prompt to change", "prompts to change"),
              "",
              "Moderation turned it down, and may again. Change the prompt in the manifest, then"
                  + run(group, edited, "{: every take of a row is made again, and paid}."),
              run);
      case CORRECT ->
          remedy(
              group,
              "failed",
              group.one("row to correct", "rows to correct"),
              "",
              "Correct the row in the manifest, then"
                  + run(group, edited, ".{ What is sent is paid.}"),
              run);
      case DECIDE ->
          remedy(
              group,
              "failed",
              "to decide",
              "",
              "Cancelled, given up, or failed without a reason. If it is wanted all the same, this"
                  + " plans it again; the next run sends it{, and it is paid once more}.",
              line.of("retry", "--class=other"));
      case AWAIT ->
          remedy(
              group,
              "failed",
              "lost",
              group.money("%s spent"),
              "The provider no longer knows it. Every run looks again{, which is free}.",
              run);
    };
  }

  /** Of rows with several takes, how many are made again. */
  private static String run(Group group, Function<Set<String>, RowTakes> edited, String otherwise) {
    String told = group.shots.size() > COUNTED ? "" : edited.apply(group.shots).told();
    return " run" + (told.isEmpty() ? otherwise : ": " + told + ".");
  }

  private static Remedy remedy(
      Group group, String kind, String what, String note, String text, String command) {
    String told = Advice.told(text, group.free);
    return new Remedy(kind, group.count, what, note, told, command, List.copyOf(group.first));
  }
}
