package dev.dailies.report;

import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.TaskState;
import dev.dailies.report.RunFacts.CommandLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Sorts tasks that need a person by what there is to do, doubts first. Keeps a bounded number. */
final class Remedies {

  /** As many of a kind as a person reads one by one; the tables have them all. */
  private static final int LISTED = 20;

  /** What there is to do, the most pressing first. */
  private enum Step {
    SETTLE,
    FETCH,
    RETRY,
    REWRITE,
    CORRECT,
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
        case INPUT, OTHER -> CORRECT;
        case LOST -> AWAIT;
        case UNDELIVERED -> FETCH;
      };
    }
  }

  /** The tasks of one step. */
  private static final class Group {

    private final List<TroubleCard> first = new ArrayList<>();
    private long count;
    private BigDecimal usd = BigDecimal.ZERO;

    void add(Entry entry, Supplier<TroubleCard> card) {
      count++;
      usd = usd.add(entry.charged().or(entry::price).orElse(BigDecimal.ZERO));
      if (first.size() < LISTED) {
        first.add(card.get());
      }
    }

    String one(String singular, String plural) {
      return count == 1 ? singular : plural;
    }

    String money(String text) {
      return usd.signum() == 0 ? "" : text.formatted(Dollars.text(usd));
    }
  }

  private final CommandLine line;
  private final Map<Step, Group> groups = new EnumMap<>(Step.class);

  Remedies(CommandLine line) {
    this.line = line;
  }

  void add(Entry entry, Supplier<TroubleCard> card) {
    groups.computeIfAbsent(Step.of(entry), step -> new Group()).add(entry, card);
  }

  List<Remedy> list() {
    return groups.entrySet().stream()
        .map(group -> remedy(group.getKey(), group.getValue()))
        .toList();
  }

  private Remedy remedy(Step step, Group group) {
    String run = line.of("run", "");
    return switch (step) {
      case SETTLE ->
          remedy(
              group,
              "doubt",
              group.one("doubt to settle", "doubts to settle"),
              group.money("%s at stake"),
              "A clip may have been made and charged. This asks about one after the other.",
              line.of("resolve", ""));
      case FETCH ->
          remedy(
              group,
              "failed",
              "to fetch",
              "free",
              "Generated and paid for, but the file is not here. This fetches it again.",
              line.of("fetch", ""));
      case RETRY ->
          remedy(
              group,
              "failed",
              "to retry",
              group.money("about %s"),
              "The provider failed, and the same request may succeed. This plans it again; the"
                  + " next run sends it, and it is paid once more.",
              line.of("retry", ""));
      case REWRITE ->
          remedy(
              group,
              "failed",
              group.one("prompt to change", "prompts to change"),
              "",
              "Moderation turned it down, and would again. Change the prompt in the manifest, then"
                  + " run; it is paid once more.",
              run);
      case CORRECT ->
          remedy(
              group,
              "failed",
              group.one("row to correct", "rows to correct"),
              "",
              "Correct the row in the manifest, then run.",
              run);
      case AWAIT ->
          remedy(
              group,
              "failed",
              "lost",
              group.money("%s spent"),
              "The provider no longer knows it. Every run looks again, which is free.",
              run);
    };
  }

  private static Remedy remedy(
      Group group, String kind, String what, String note, String text, String command) {
    String told = group.usd.signum() == 0 ? Advice.withoutMoney(text) : text;
    return new Remedy(kind, group.count, what, note, told, command, List.copyOf(group.first));
  }
}
