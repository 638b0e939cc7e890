package dev.dailies.provider.models;

import dev.dailies.provider.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A route that creates a task.
 *
 * @param path below the provider's address
 * @param required the columns that must have a value, whatever the model
 * @param fields in the order of the wire
 */
public record Route(Operation operation, String path, List<String> required, List<Field> fields) {

  /** A route with these fields. */
  public static Route of(Operation operation, String path, List<String> required, Field... fields) {
    return new Route(operation, path, required, Arrays.asList(fields));
  }

  /** The route as a model takes it: with the names that only it uses, without what it lacks. */
  Route as(ModelFacts model) {
    List<Field> its =
        fields.stream()
            .filter(field -> !model.without().contains(field.column()))
            .map(field -> field.named(model.names().getOrDefault(field.column(), field.name())))
            .toList();
    return new Route(operation, path, required, its);
  }

  /** The field of a column; empty if the route has none for it. */
  public Optional<Field> field(String column) {
    return fields.stream().filter(field -> field.column().equals(column)).findFirst();
  }
}
