package dev.dailies.provider.models;

import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import dev.dailies.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param usdPerCredit what the provider's credit costs; null if it has none
 */
public record Models(
    @Nullable String checked, @Nullable BigDecimal usdPerCredit, List<ModelFacts> models) {

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
      return JSON.treeToValue(EarlierPrices.rewritten(JSON.readTree(file)), Models.class);
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
    return new Models(
        checked,
        others.usdPerCredit == null ? usdPerCredit : others.usdPerCredit,
        Stream.concat(others.models.stream(), kept).toList());
  }

  /**
   * The same with prices that a user has corrected.
   *
   * @param prices by the model's name, as {@link ModelPrice#of} reads them
   * @throws IllegalArgumentException if there is no such model, or it is no price
   */
  public Models priced(Map<String, String> prices) {
    List<ModelFacts> priced = new ArrayList<>(models);
    prices.forEach(
        (name, text) -> {
          if (models.stream().noneMatch(facts -> facts.model().equals(name))) {
            throw new IllegalArgumentException(
                "prices: there is no model "
                    + name
                    + NearestName.hint(name, models.stream().map(ModelFacts::model).toList()));
          }
          ModelPrice price = price(name, text);
          priced.replaceAll(facts -> facts.model().equals(name) ? facts.priced(price) : facts);
        });
    return new Models(checked, usdPerCredit, priced);
  }

  private static ModelPrice price(String name, String text) {
    try {
      return ModelPrice.of(text);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("prices." + name + ": " + wrong.getMessage(), wrong);
    }
  }

  /**
   * What a task of a model is expected to cost; null if nobody knows.
   *
   * @param columns what is sent, in the model's own terms
   * @param options what is sent beside
   */
  @Nullable Price price(
      ModelFacts facts, Map<String, Object> columns, Map<String, Object> options) {
    Map<String, Object> sent = new HashMap<>(options);
    sent.putAll(columns);
    return facts.expected(sent, usdPerCredit);
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
        usdPerCredit,
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
