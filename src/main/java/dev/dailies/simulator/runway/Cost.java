package dev.dailies.simulator.runway;

import dev.dailies.provider.Operation;
import dev.dailies.simulator.money.PriceList;
import dev.dailies.simulator.money.Tariff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a create costs, in whole credits, counted from its body. What options cost more or less is
 * as Runway's documents of 2026-08-08 have it.
 */
final class Cost {

  /** Made up: what a second of a model costs whose price nobody publishes. */
  private static final Tariff MADE_UP = new Tariff(new BigDecimal("5"), "second");

  private static final int USUAL_SECONDS = 5;

  /** By the second, where there shall be no sound. */
  private static final Map<String, BigDecimal> SILENT =
      Map.of("veo3.1", new BigDecimal("20"), "veo3.1_fast", new BigDecimal("10"));

  /** More by the second, for ProRes and for single pictures. */
  private static final BigDecimal LARGE_FILES = new BigDecimal("5");

  private static final BigDecimal SMALL_PICTURE = new BigDecimal("5");
  private static final Set<String> SMALL =
      Set.of("1280:720", "720:1280", "720:720", "960:720", "720:960", "1680:720");

  private final PriceList prices;
  private final BigDecimal factor;

  /**
   * @param factor how many times its price everything costs
   */
  Cost(PriceList prices, BigDecimal factor) {
    this.prices = prices;
    this.factor = factor;
  }

  /** True if the model's price is published. */
  boolean isKnown(Operation operation, JsonNode body) {
    return published(operation, body).isPresent();
  }

  /** In credits. */
  BigDecimal of(Operation operation, JsonNode body) {
    Tariff tariff = published(operation, body).orElse(MADE_UP);
    BigDecimal units = BigDecimal.valueOf(tariff.isBySecond() ? seconds(body) : images(body));
    return each(tariff, body).multiply(units).multiply(factor).setScale(0, RoundingMode.CEILING);
  }

  private Optional<Tariff> published(Operation operation, JsonNode body) {
    return prices.find(operation.label(), "", model(body));
  }

  private static BigDecimal each(Tariff tariff, JsonNode body) {
    if (model(body).equals("gen4_image")) {
      return SMALL.contains(body.path("ratio").asString("")) ? SMALL_PICTURE : tariff.amount();
    }
    boolean isSilent = !body.path("audio").asBoolean(true);
    BigDecimal each =
        isSilent ? SILENT.getOrDefault(model(body), tariff.amount()) : tariff.amount();
    String format = body.path("outputFormat").asString("mp4");
    return tariff.isBySecond() && !format.equals("mp4") ? each.add(LARGE_FILES) : each;
  }

  private static int seconds(JsonNode body) {
    return body.path("duration").asInt(USUAL_SECONDS);
  }

  private static int images(JsonNode body) {
    return body.path("outputCount").asInt(1);
  }

  private static String model(JsonNode body) {
    return body.path("model").asString("");
  }
}
