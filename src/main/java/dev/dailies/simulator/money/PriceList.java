package dev.dailies.simulator.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of a provider's {@code models.json}. They are read here by themselves, without the
 * classes by which a plan is priced: who charges must not count with the plan's own code, or
 * nothing would be proved when the two agree.
 */
public final class PriceList {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<String, Tariff> tariffs = new LinkedHashMap<>();
  private final BigDecimal usdEach;
  private final Collection<String> models = new LinkedHashSet<>();

  /** Reads the file beside a provider's factory. */
  public PriceList(Class<?> factory) {
    JsonNode file = read(factory);
    usdEach = file.path("usdPerCredit").decimalValue(BigDecimal.ONE);
    for (JsonNode model : file.path("models")) {
      String name = text(model, "model");
      if (!model.has("retired")) {
        models.add(name);
      }
      JsonNode price = model.path("price");
      if (!price.isMissingNode()) {
        String key = key(text(model, "operation"), text(model, "format"), name);
        tariffs.put(key, new Tariff(amount(price), price.path("per").asString("task")));
      }
    }
  }

  /**
   * What a model costs; empty if the file does not say.
   *
   * @param operation as in {@code image_to_video}
   * @param format of a provider that has several; empty otherwise
   */
  public Optional<Tariff> find(String operation, String format, String model) {
    return Optional.ofNullable(tariffs.get(key(operation, format, model)));
  }

  /** In dollars: what a credit costs; 1 where there are none. */
  public BigDecimal usdEach() {
    return usdEach;
  }

  /** The names of all models in service, each once. */
  public Collection<String> models() {
    return models;
  }

  private static JsonNode read(Class<?> factory) {
    try (InputStream file = factory.getResourceAsStream("models.json")) {
      return JSON.readTree(Objects.requireNonNull(file, "models.json"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static BigDecimal amount(JsonNode price) {
    JsonNode amount = price.has("credits") ? price.path("credits") : price.path("usd");
    return amount.decimalValue();
  }

  private static String key(String operation, String format, String model) {
    return operation + " " + format + " " + model;
  }

  private static String text(JsonNode model, String field) {
    return model.path(field).asString("");
  }
}
