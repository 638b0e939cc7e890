package dev.dailies.provider.cometapi;

import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The models that {@code models.json} knows; it says when that was last checked, and by what. */
record Models(List<ModelFacts> models) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  static Models load() {
    try (InputStream file = Models.class.getResourceAsStream("models.json")) {
      return JSON.readValue(Objects.requireNonNull(file, "models.json"), Models.class);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read models.json", broken);
    }
  }

  /** The model that a row without one gets. */
  ModelFacts usual(Operation operation) {
    return of(operation).filter(ModelFacts::usual).findFirst().orElseThrow();
  }

  Optional<ModelFacts> find(Operation operation, String model) {
    return of(operation).filter(facts -> facts.model().equals(model)).findFirst();
  }

  /** What a task is expected to cost; null if nobody knows. */
  @Nullable Price price(Operation operation, String model) {
    return find(operation, model).map(ModelFacts::price).orElse(null);
  }

  /** The names of an operation's models, for people. */
  String names(Operation operation) {
    return of(operation).map(ModelFacts::model).collect(Collectors.joining(", "));
  }

  private Stream<ModelFacts> of(Operation operation) {
    return models.stream().filter(facts -> facts.operation() == operation);
  }
}
