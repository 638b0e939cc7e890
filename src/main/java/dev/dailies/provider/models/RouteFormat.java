package dev.dailies.provider.models;

import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Used;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a shot as the request that its route takes. */
public final class RouteFormat {

  private static final JsonMapper JSON = new JsonMapper();

  /** What shot lists have a column for, and no route has a field. */
  private static final Set<String> UNSENT = Set.of("negative_prompt");

  private final String baseUrl;
  private final List<Route> routes;
  private final Models models;

  public RouteFormat(String baseUrl, List<Route> routes, Models models) {
    this.baseUrl = baseUrl;
    this.routes = routes;
    this.models = models;
  }

  /** The request for a shot whose inputs are sent as the row gives them. */
  public Request request(Shot shot) {
    return request(shot, UnaryOperator.identity());
  }

  /**
   * The request for a shot that a review has passed.
   *
   * @param inputs what is sent for an image or a video of the row, as in an uploaded file's address
   */
  public Request request(Shot shot, UnaryOperator<String> inputs) {
    Route route =
        routes.stream()
            .filter(one -> one.operation() == shot.operation())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no route for " + shot.operation()));
    Optional<ModelFacts> named = named(shot);
    Map<String, Object> columns =
        named
            .or(() -> models.usual(shot.operation()))
            .map(facts -> Columns.of(shot, facts))
            .orElseGet(() -> Columns.of(shot));
    List.of("image", "video")
        .forEach(input -> columns.computeIfPresent(input, (c, v) -> inputs.apply((String) v)));
    columns.computeIfPresent(
        "references", (c, v) -> shot.references().stream().map(inputs).toList());
    String model = (String) columns.get("model");
    Route ofModel = named.map(route::as).orElse(route);
    return new Request(
        baseUrl,
        route.path(),
        model,
        JSON.writeValueAsString(body(ofModel, columns, sentOptions(shot.options()))),
        named.map(facts -> models.price(facts, columns, shot.options())).orElse(null),
        used(ofModel, columns),
        null);
  }

  /** The options of a row that no route takes. */
  public static Map<String, Object> unsentOptions(Map<String, Object> options) {
    Map<String, Object> unsent = new LinkedHashMap<>(options);
    unsent.keySet().retainAll(UNSENT);
    return unsent;
  }

  /** The options of a row that are sent. */
  public static Map<String, Object> sentOptions(Map<String, Object> options) {
    Map<String, Object> sent = new LinkedHashMap<>(options);
    sent.keySet().removeAll(UNSENT);
    return sent;
  }

  private static Used used(Route route, Map<String, Object> columns) {
    Map<String, Object> sent = new HashMap<>(columns);
    sent.keySet().removeIf(column -> route.field(column).isEmpty());
    return new Used(
        (BigInteger) sent.get("seed"), (Integer) sent.get("duration"), (String) sent.get("ratio"));
  }

  /** What is known of the model that the row names, or of the default model. */
  private Optional<ModelFacts> named(Shot shot) {
    return shot.model() == null
        ? models.usual(shot.operation())
        : models.find(shot.operation(), shot.model());
  }

  private static Map<String, Object> body(
      Route route, Map<String, Object> columns, Map<String, Object> options) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (Field field : route.fields()) {
      Object value = columns.get(field.column());
      if (value != null) {
        body.put(field.name(), field.shape().apply(value));
      }
    }
    return merge(body, options);
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
