package dev.dailies.provider.models;

import dev.dailies.provider.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The models that a provider's data file knows, and those that a user has added.
 *
 * @param checked when the file was last compared with the provider's own pages
 */
public record Models(String checked, List<ModelFacts> models) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Lists are kept as they were given. */
  public Models {
    models = List.copyOf(models);
  }

  /**
   * Reads {@code models.json} beside a provider's factory, and what a user's own file says
   * otherwise: an entry there stands in place of ours of the same operation, format and model.
   *
   * @throws IllegalArgumentException if the user's file cannot be read
   */
  public static Models load(Class<?> factory, @Nullable Path own) {
    Models ours = ours(factory);
    return own == null ? ours : ours.with(read(own));
  }

  private static Models ours(Class<?> factory) {
    try (InputStream file = factory.getResourceAsStream("models.json")) {
      return JSON.readValue(Objects.requireNonNull(file, "models.json"), Models.class);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read models.json", broken);
    }
  }

  private static Models read(Path own) {
    try (InputStream file = Files.newInputStream(own)) {
      return JSON.readValue(file, Models.class);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("cannot read " + own.getFileName(), unreadable);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(
          "%s: %s".formatted(own.getFileName(), wrong.getOriginalMessage()), wrong);
    }
  }

  private Models with(Models others) {
    Stream<ModelFacts> kept =
        models.stream().filter(one -> others.models.stream().noneMatch(o -> isSame(one, o)));
    // The user's entries come first, so that their default model wins.
    return new Models(checked, Stream.concat(others.models.stream(), kept).toList());
  }

  private static boolean isSame(ModelFacts one, ModelFacts other) {
    return one.operation() == other.operation()
        && one.model().equals(other.model())
        && Objects.equals(one.format(), other.format());
  }

  /** Those of one of the provider's formats, and those that name none. */
  public Models in(String format) {
    return new Models(
        checked,
        models.stream()
            .filter(facts -> facts.format() == null || facts.format().equals(format))
            .toList());
  }

  /** The default model of an operation; empty if a row must name one. */
  public Optional<ModelFacts> usual(Operation operation) {
    return of(operation).filter(ModelFacts::usual).findFirst();
  }

  /** What is known of a model; empty if nothing is. */
  public Optional<ModelFacts> find(Operation operation, String model) {
    return of(operation).filter(facts -> facts.model().equals(model)).findFirst();
  }

  /** The names of an operation's models that are in service, for people. */
  public String names(Operation operation) {
    return of(operation)
        .filter(facts -> facts.retired() == null)
        .map(ModelFacts::model)
        .collect(Collectors.joining(", "));
  }

  private Stream<ModelFacts> of(Operation operation) {
    return models.stream().filter(facts -> facts.operation() == operation);
  }
}
