package dev.dailies.manifest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people call a column in their own shot lists. Case, spaces, dashes, underscores and other
 * marks do not count. No name is here that could mean two columns.
 */
final class ColumnAliases {

  private static final Map<String, Set<String>> NAMES =
      Map.of(
          "id",
          Set.of("shot", "shot id", "shot no", "shot nr", "shot number", "shot name", "shot code"),
          "prompt",
          Set.of("description", "shot description", "prompt text", "text prompt"),
          "image",
          Set.of(
              "image url",
              "image link",
              "image file",
              "image path",
              "input image",
              "first frame",
              "first frame url",
              "start frame",
              "start image"),
          "video",
          Set.of("video url", "video link", "video file", "video path", "input video"),
          "duration",
          Set.of(
              "length",
              "seconds",
              "duration s",
              "duration sec",
              "duration seconds",
              "duration in seconds",
              "length s",
              "length sec",
              "length in seconds",
              "clip length",
              "shot length"),
          "ratio",
          Set.of("aspect ratio", "aspect"),
          "takes",
          Set.of("number of takes", "no of takes", "take count"),
          "references",
          Set.of("reference image", "reference images", "reference url", "reference urls"),
          Columns.OPTIONS + "negative_prompt",
          Set.of("negative prompt", "neg prompt"));

  private static final Map<String, String> MEANINGS = meanings();

  private ColumnAliases() {}

  /** The column that a heading means; empty if it is nobody's other name. */
  static Optional<String> meaning(String heading) {
    return Optional.ofNullable(MEANINGS.get(squeezed(heading)));
  }

  /** All other names, squeezed. */
  static Set<String> all() {
    return MEANINGS.keySet();
  }

  /** Another name as people head a column with it, as in {@code Aspect Ratio}. */
  static String written(String squeezed) {
    return NAMES.values().stream()
        .flatMap(Set::stream)
        .filter(name -> squeezed(name).equals(squeezed))
        .findFirst()
        .map(
            name ->
                Stream.of(name.split(" ", -1))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining(" ")))
        .orElse(squeezed);
  }

  /** The letters and digits of a heading. */
  static String squeezed(String heading) {
    StringBuilder kept = new StringBuilder();
    heading
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new HashMap<>();
    Columns.NAMES.forEach(name -> meanings.put(name, name));
    NAMES.forEach((column, names) -> names.forEach(name -> meanings.put(squeezed(name), column)));
    return Map.copyOf(meanings);
  }
}
