package dev.dailies.provider.cometapi;

import dev.dailies.provider.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the camera moves: six numbers, all of which the compatibility format requires. By the sample
 * on CometAPI's page "Generate (text to video)"; their range is not documented.
 */
final class MotionVector {

  static final String NAME = "motion_vector";

  private static final List<String> AXES = List.of("x", "y", "z", "r", "bg_x_pan", "bg_y_pan");

  private MotionVector() {}

  /** All six numbers: the camera rests where the row says nothing. */
  static Map<String, Object> filled(@Nullable Object given) {
    Map<String, Object> vector = new LinkedHashMap<>();
    AXES.forEach(axis -> vector.put(axis, 0));
    if (given instanceof Map<?, ?> some) {
      some.forEach((axis, value) -> vector.put(String.valueOf(axis), value));
    }
    return vector;
  }

  /** What is wrong with it in a shot's options. */
  static Stream<Problem> problems(Map<String, Object> options) {
    Object given = options.get(NAME);
    if (given instanceof Map<?, ?> some) {
      return some.entrySet().stream()
          .filter(entry -> !AXES.contains(entry.getKey()) || !(entry.getValue() instanceof Number))
          .map(entry -> error("." + entry.getKey(), entry.getValue()));
    }
    return options.containsKey(NAME) ? Stream.of(error("", given)) : Stream.empty();
  }

  private static Problem error(String path, @Nullable Object value) {
    String column = "options." + NAME;
    return Problem.error(
        column + path,
        String.valueOf(value),
        "a camera moves by six numbers only",
        "give a number as one of: " + column + "." + String.join(", " + column + ".", AXES));
  }
}
