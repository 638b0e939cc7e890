package dev.dailies.manifest;

import dev.dailies.provider.Shot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A shot for comparing it with another one of its take: without its id, and with what its inputs
 * are in place of where they lie.
 */
public final class ComparableShot {

  private static final Pattern BAR = Pattern.compile("\\|");
  private static final String FILE = "file ";

  private ComparableShot() {}

  /**
   * Writes a shot so.
   *
   * @param meanings those of the shot's row, see {@link Row#meanings}
   */
  public static Shot of(Shot shot, SortedMap<String, String> meanings) {
    String references = meanings.get("references");
    return shot.withId("")
        .withInputs(
            either(meanings.get("image"), shot.image()),
            either(meanings.get("video"), shot.video()),
            references == null ? shot.references() : List.of(BAR.split(references)))
        .withOptions(options(Columns.OPTIONS, shot.options(), meanings));
  }

  private static @Nullable String either(@Nullable String meaning, @Nullable String input) {
    return input == null || meaning == null ? input : meaning;
  }

  private static Map<String, Object> options(
      String prefix, Map<?, ?> options, SortedMap<String, String> meanings) {
    Map<String, Object> meant = new LinkedHashMap<>();
    options.forEach(
        (name, value) -> {
          String path = prefix + name;
          String meaning = meanings.getOrDefault(path, "");
          meant.put(
              String.valueOf(name),
              value instanceof Map<?, ?> group
                  ? options(path + ".", group, meanings)
                  : meaning.startsWith(FILE) ? meaning : value);
        });
    return meant;
  }
}
