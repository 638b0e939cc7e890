package dev.dailies.provider.cometapi;

import dev.dailies.provider.Problem;
import dev.dailies.provider.Shot;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules about single values, which collect what they find. */
final class ShotRules {

  private final Shot shot;
  private final String operation;
  private final List<Problem> problems;

  ShotRules(Shot shot, String operation, List<Problem> problems) {
    this.shot = shot;
    this.operation = operation;
    this.problems = problems;
  }

  /** Rules that CometAPI's page states for the route, whatever the model. */
  void routeWide(ModelFacts facts) {
    prompt(facts.promptLimit());
    seed(facts);
  }

  /** Rules that depend on the model. */
  void modelOnly(ModelFacts facts) {
    oneOf("duration", shot.duration(), facts.durations(), facts.model());
    oneOf("ratio", shot.ratio(), facts.ratios(), facts.model());
  }

  private void prompt(int limit) {
    int over = shot.prompt().length() - limit;
    if (over > 0) {
      error(
          "prompt",
          shot.prompt(),
          "the prompt is %d over the %d UTF-16 units that %s takes"
              .formatted(over, limit, operation),
          "shorten it by " + over);
    }
  }

  private void seed(ModelFacts facts) {
    Long seed = shot.seed();
    if (seed == null) {
      return;
    }
    String range = "0 to " + facts.seedDocumented();
    if (seed < 0 || seed > facts.seedLimit()) {
      error("seed", seed, "the seed is outside " + range, "use " + range);
    } else if (seed > facts.seedDocumented()) {
      String message = "the seed is above the documented " + facts.seedDocumented();
      problems.add(Problem.warning("seed", seed.toString(), message, "use " + range));
    }
  }

  private <T> void oneOf(String column, @Nullable T value, List<T> allowed, String model) {
    if (value == null || allowed.isEmpty() || allowed.contains(value)) {
      return;
    }
    String choices = allowed.stream().map(Object::toString).collect(Collectors.joining(", "));
    error(column, value, model + " does not take this " + column, "use one of: " + choices);
  }

  private void error(String column, Object value, String message, String fix) {
    problems.add(Problem.error(column, value.toString(), message, fix));
  }
}
