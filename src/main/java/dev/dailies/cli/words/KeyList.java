package dev.dailies.cli.words;

import dev.dailies.settings.JobSetup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of each provider that a run would use whether its key is there. */
final class KeyList {

  private final List<Key> keys;

  /**
   * @param place where it is, or is to be
   * @param problem null if the key can be sent
   */
  private record Key(String provider, String place, @Nullable String problem) {}

  KeyList(JobSetup setup, Collection<String> providers) {
    this.keys = providers.stream().flatMap(name -> key(setup, name)).toList();
  }

  private static Stream<Key> key(JobSetup setup, String provider) {
    return Stream.ofNullable(setup.placeOfKey(provider))
        .map(place -> new Key(provider, place, setup.key(provider).problem().orElse(null)));
  }

  List<String> lines() {
    return keys.stream().map(KeyList::line).toList();
  }

  /** What is missing, as a thing to do first. */
  Optional<String> step() {
    return keys.stream()
        .filter(key -> key.problem() != null)
        .findFirst()
        .map(key -> "set " + key.place());
  }

  /** The same as fields. */
  List<Map<String, Object>> fields() {
    return keys.stream()
        .map(
            key -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("provider", key.provider());
              fields.put("place", key.place());
              fields.put("problem", key.problem());
              return fields;
            })
        .toList();
  }

  private static String line(Key key) {
    return key.problem() == null
        ? "Key of %s: set (%s).".formatted(key.provider(), key.place())
        : "Key of %s: %s; set %s.".formatted(key.provider(), key.problem(), key.place());
  }
}
