package dev.dailies.provider.models;

import dev.dailies.provider.Problem;
import dev.dailies.provider.Shot;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks single values, and collects the problems found. */
final class ModelRules {

  private final Shot shot;
  private final ModelFacts facts;
  private final List<Problem> problems;

  ModelRules(Shot shot, ModelFacts facts, List<Problem> problems) {
    this.shot = shot;
    this.facts = facts;
    this.problems = problems;
  }

  /** Rules that are likely to hold for any model of the operation. */
  void general() {
    prompt();
    seed();
  }

  /** Rules of this one model. */
  void ofTheModel() {
    oneOf("duration", shot.duration(), facts.durations());
    ratio();
    references();
    retired();
  }

  private void prompt() {
    Integer limit = facts.promptLimit();
    int over = limit == null ? 0 : shot.prompt().length() - limit;
    if (over > 0) {
      error(
          "prompt",
          shot.prompt(),
          "the prompt is %d over the %d UTF-16 units that %s takes"
              .formatted(over, limit, facts.operation().label()),
          "shorten it by " + over);
    }
  }

  private void seed() {
    BigInteger seed = shot.seed();
    Long limit = facts.seedLimit();
    if (seed == null || limit == null) {
      return;
    }
    long documented = facts.seedDocumented() == null ? limit : facts.seedDocumented();
    String range = "0 to " + documented;
    if (seed.signum() < 0 || seed.compareTo(BigInteger.valueOf(limit)) > 0) {
      error("seed", seed, "the seed is outside " + range, "use " + range);
    } else if (seed.compareTo(BigInteger.valueOf(documented)) > 0) {
      warning("seed", seed, "the seed is above the documented " + documented, "use " + range);
    }
  }

  private <T> void oneOf(String column, @Nullable T value, List<T> allowed) {
    if (value == null || allowed.isEmpty() || allowed.contains(value)) {
      return;
    }
    String choices =
        allowed.stream()
            .map(Object::toString)
            .map(choice -> column.equals("ratio") ? Shape.shown(choice) : choice)
            .collect(Collectors.joining(", "));
    error(column, value, facts.model() + " does not take this " + column, "use one of: " + choices);
  }

  private void ratio() {
    String asked = shot.ratio();
    String taken = asked == null ? null : facts.taken(asked);
    oneOf("ratio", taken, facts.ratios());
    if (asked != null && !asked.equals(taken)) {
      problems.add(
          Problem.note(
              "ratio", asked, "%s is %s for %s".formatted(asked, taken, facts.model()), ""));
    }
  }

  private void references() {
    int count = shot.references().size();
    Integer most = facts.mostReferences();
    if (most != null && count > most) {
      error(
          "references",
          count,
          "%s takes %d references at most".formatted(facts.model(), most),
          "leave out " + (count - most));
    }
  }

  private void retired() {
    if (facts.retired() != null) {
      error("model", facts.model(), "this model is retired: " + facts.retired(), "use another");
    }
  }

  private void error(String column, Object value, String message, String fix) {
    problems.add(Problem.error(column, value.toString(), message, fix));
  }

  private void warning(String column, Object value, String message, String fix) {
    problems.add(Problem.warning(column, value.toString(), message, fix));
  }
}
