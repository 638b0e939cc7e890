package dev.dailies.provider.cometapi;

import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a shot as CometAPI's official format has it. */
final class OfficialFormat {

  private static final JsonMapper JSON = new JsonMapper();

  private final String baseUrl;
  private final Models models;

  OfficialFormat(String baseUrl, Models models) {
    this.baseUrl = baseUrl;
    this.models = models;
  }

  Request request(Shot shot) {
    OfficialRoute route =
        OfficialRoute.of(shot.operation())
            .orElseThrow(() -> new IllegalArgumentException("no route for " + shot.operation()));
    ModelFacts usual = models.usual(route.operation());
    String model = shot.model() == null ? usual.model() : shot.model();
    return new Request(
        baseUrl,
        route.path(),
        model,
        JSON.writeValueAsString(body(shot, route, usual)),
        models.price(route.operation(), model));
  }

  private static Map<String, Object> body(Shot shot, OfficialRoute route, ModelFacts usual) {
    Map<String, Object> columns = Columns.of(shot);
    addDefaults(columns, usual);
    Map<String, Object> body = new LinkedHashMap<>();
    route.fields().forEach((column, field) -> copy(columns, column, body, field));
    return merge(body, shot.options());
  }

  /** Writes defaults out, since CometAPI's pages and Runway's own disagree about what they are. */
  private static void addDefaults(Map<String, Object> columns, ModelFacts usual) {
    columns.putIfAbsent("model", usual.model());
    if (usual.usualDuration() != null) {
      columns.putIfAbsent("duration", usual.usualDuration());
    }
    if (usual.usualRatio() != null) {
      columns.putIfAbsent("ratio", usual.usualRatio());
    }
  }

  private static void copy(
      Map<String, Object> columns, String column, Map<String, Object> body, String field) {
    Object value = columns.get(column);
    if (value != null) {
      body.put(field, value instanceof List<?> uris ? images(uris) : value);
    }
  }

  private static List<Map<String, Object>> images(List<?> uris) {
    return uris.stream().map(OfficialFormat::image).toList();
  }

  private static Map<String, Object> image(Object uri) {
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("type", "image");
    image.put("uri", uri);
    return image;
  }

  /** Adds options in the order of their names; what a column said stays. */
  private static Map<String, Object> merge(Map<?, ?> columns, Map<?, ?> options) {
    Map<String, Object> merged = new LinkedHashMap<>();
    columns.forEach((name, value) -> merged.put(String.valueOf(name), value));
    new TreeMap<>(options)
        .forEach(
            (option, value) -> {
              String name = String.valueOf(option);
              merged.put(name, either(merged.get(name), value));
            });
    return merged;
  }

  private static @Nullable Object either(@Nullable Object column, @Nullable Object option) {
    if (option instanceof Map<?, ?> inner && (column == null || column instanceof Map)) {
      return merge(column instanceof Map<?, ?> outer ? outer : Map.of(), inner);
    }
    return column == null ? option : column;
  }
}
