package dev.dailies.provider.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import dev.dailies.provider.cometapi.CometapiFactory;
import dev.dailies.provider.runway.RunwayFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPriceTest {

  private static final Operation VIDEO = Operation.IMAGE_TO_VIDEO;

  @ParameterizedTest
  @CsvSource({
    "0.32, 0.32",
    "$0.32, 0.32",
    "0.05/s, 0.50",
    "0.05 / second, 0.50",
    "0.08/image, 0.08",
    "1 USD/task, 1"
  })
  void readsWhatPeopleWrite(String text, BigDecimal usd) {
    assertThat(ModelPrice.of(text).of(Map.of("duration", 10), null))
        .extracting(Price::usd)
        .satisfies(found -> assertThat(found).isEqualByComparingTo(usd));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cheap", "-1", "0.05/min", "5 credits", "1,20"})
  void refusesWhatIsNoPrice(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ModelPrice.of(text));
  }

  @Test
  void creditsAreDollarsOnlyByWhatACreditCosts() {
    ModelPrice credits = ModelPrice.read(Map.of("credits", 12, "per", "second"));

    assertThat(credits.of(Map.of("duration", 5), null)).isNull();
    assertThat(usd(credits.of(Map.of("duration", 5), new BigDecimal("0.01"))))
        .isEqualByComparingTo("0.60");
  }

  @Test
  void isAnotherWhereSomethingIsAskedFor() {
    ModelPrice price =
        ModelPrice.read(
            Map.of(
                "credits",
                40,
                "per",
                "second",
                "except",
                List.of(
                    Map.of("audio", false, "credits", 20),
                    Map.of("outputFormat", List.of("prores", "png_sequence"), "credits", 45))));
    BigDecimal cent = new BigDecimal("0.01");

    assertThat(usd(price.of(Map.of("duration", 2), cent))).isEqualByComparingTo("0.80");
    assertThat(usd(price.of(Map.of("duration", 2, "audio", true), cent)))
        .isEqualByComparingTo("0.80");
    assertThat(usd(price.of(Map.of("duration", 2, "audio", false), cent)))
        .isEqualByComparingTo("0.40");
    assertThat(usd(price.of(Map.of("duration", 2, "outputFormat", "prores"), cent)))
        .isEqualByComparingTo("0.90");
  }

  @Test
  void countsTheImagesAndMakesNoneFree() {
    ModelPrice price = ModelPrice.of("0.08/image");

    assertThat(usd(price.of(Map.of("outputCount", 4), null))).isEqualByComparingTo("0.32");
    assertThat(price.of(Map.of("outputCount", 0), null)).isNull();
    assertThat(price.of(Map.of("outputCount", "many"), null)).isNull();
  }

  @Test
  void refusesAnExceptionThatSaysNoAmountOrNotWhere() {
    for (Map<String, ?> wrong : List.of(Map.of("audio", false), Map.of("credits", 20))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ModelPrice.read(Map.of("credits", 40, "except", List.of(wrong))))
          .withMessageContaining("{\"audio\": false, \"credits\": 20}");
    }
  }

  @Test
  void everyPriceThatWeShipHasAUnitASourceAndADate() {
    for (Class<?> factory : List.of(CometapiFactory.class, RunwayFactory.class)) {
      for (ModelFacts facts : Models.load(factory, null).models()) {
        ModelPrice price = facts.price();
        if (price != null) {
          assertThat(price.source()).as(facts.model()).isNotBlank();
          assertThat(price.checked()).as(facts.model()).isNotNull();
        }
      }
    }
  }

  @Test
  void aPriceOfTheSettingsStandsInPlaceOfOurs() {
    Models models =
        Models.load(CometapiFactory.class, null)
            .priced(Map.of("gen3a_turbo", "0.40", "gen4_aleph", "0.15/s"));

    assertThat(usd(models, VIDEO, "gen3a_turbo", 5)).isEqualByComparingTo("0.40");
    assertThat(usd(models, Operation.VIDEO_TO_VIDEO, "gen4_aleph", 5)).isEqualByComparingTo("0.75");
  }

  @Test
  void aPriceOfAModelThatThereIsNotIsRefused() {
    Models models = Models.load(CometapiFactory.class, null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> models.priced(Map.of("gen3a_turb", "0.40")))
        .withMessage("prices: there is no model gen3a_turb; did you mean gen3a_turbo?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> models.priced(Map.of("gen3a_turbo", "cheap")))
        .withMessageStartingWith("prices.gen3a_turbo: 'cheap' is no price");
  }

  @Test
  void readsPricesAsEarlierFilesSayThem(@TempDir Path folder) throws Exception {
    Path own =
        Files.writeString(
            folder.resolve("models.json"),
            """
            {"models": [
              {"operation": "image_to_video", "model": "one", "usd": 1.5},
              {"operation": "image_to_video", "model": "two", "usdPerSecond": 0.2},
              {"operation": "image_to_video", "model": "three", "price": "0.3/s"},
              {"operation": "image_to_video", "model": "four",
               "price": {"credits": 7, "per": "second"}}],
             "usdPerCredit": 0.02}
            """);
    Models models = Models.load(CometapiFactory.class, own);

    assertThat(usd(models, VIDEO, "one", 10)).isEqualByComparingTo("1.5");
    assertThat(usd(models, VIDEO, "two", 10)).isEqualByComparingTo("2");
    assertThat(usd(models, VIDEO, "three", 10)).isEqualByComparingTo("3");
    assertThat(usd(models, VIDEO, "four", 10)).isEqualByComparingTo("1.4");
  }

  @Test
  void saysOfAnOldPriceHowOldItIs() {
    ModelFacts facts =
        Models.load(CometapiFactory.class, null).find(VIDEO, "gen3a_turbo").orElseThrow();
    LocalDate checked = Optional.ofNullable(facts.price()).map(ModelPrice::checked).orElseThrow();

    assertThat(OldPrice.of(facts, checked.plusDays(90))).isEmpty();
    assertThat(OldPrice.of(facts, checked.plusDays(91)))
        .get()
        .extracting("message", "fix")
        .containsExactly(
            "the price of gen3a_turbo is 91 days old",
            "compare it with the provider's page; prices.gen3a_turbo corrects it");
  }

  private static BigDecimal usd(Models models, Operation operation, String model, int seconds) {
    return usd(
        models.price(
            models.find(operation, model).orElseThrow(), Map.of("duration", seconds), Map.of()));
  }

  private static BigDecimal usd(@Nullable Price price) {
    return Optional.ofNullable(price).map(Price::usd).orElseThrow();
  }
}
