package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a plan says beside what the simulator charged for the same samples, to the cent. It counts
 * what it charges by itself, from the requests that come in.
 */
class PlannedPriceTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @AutoClose private final Sandbox simulator = new Sandbox("generation-time=100ms");
  private final Workspace rig;
  private final Desk desk;

  PlannedPriceTest(@TempDir Path folder) {
    rig = new Workspace(folder).bring("jobs").bring("sample-data");
    desk = new Desk(rig);
  }

  @ParameterizedTest
  @CsvSource({
    "runway, runway, runway.csv, 4, 2.13",
    "cometapi, cometapi, cometapi.csv, 3, 0.64",
    "cometapi-compat, cometapi, cometapi-compat.csv, 5, 0",
    "cometapi, cometapi, shots.csv, 5, 4.48",
    "comfyui, comfyui, comfyui.csv, 0, 0",
    "generator, generator, generator.csv, 3, 0",
  })
  void isWhatTheSimulatorCharges(
      String job, String provider, String sample, int unpriced, BigDecimal price) {
    JsonNode plan = lastLine(type("plan", job, provider, sample));
    lastLine(type("run", job, provider, sample));

    JsonNode charged = simulator.records().money(provider);
    JsonNode planned = plan.path("to_send").path(0);
    assertThat(usd(planned, "expected_usd")).isEqualByComparingTo(price);
    assertThat(usd(charged, "spentUsd").subtract(usd(charged, "madeUpUsd")))
        .isEqualByComparingTo(price);
    assertThat(planned.path("unpriced").intValue()).isEqualTo(unpriced);
    assertThat(planned(plan)).isEqualTo(charged(charged));
  }

  /** Other lengths than the usual ones, several takes, sound or none, other files and sizes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0.84 | image_to_video,gen4.5,https://example.org/a.jpg,1280:720,7,1,,",
        "1.19 | image_to_video,gen4.5,https://example.org/a.jpg,1280:720,7,1,,prores",
        "0.30 | image_to_video,gen4_turbo,https://example.org/a.jpg,1280:720,3,2,,",
        "2.40 | text_to_video,veo3.1,,1280:720,6,1,,",
        "1.20 | text_to_video,veo3.1,,1280:720,6,1,false,",
        "0.80 | text_to_video,veo3.1_fast,,1280:720,8,1,false,",
        "1.44 | text_to_video,seedance2,,1280:720,4,1,false,",
        "0.05 | text_to_image,gen4_image,,960:720,,1,,",
        "0.08 | text_to_image,gen4_image,,1920:1080,,1,,",
      })
  void isSoForOtherRowsToo(BigDecimal price, String cells) {
    rig.write(
        "sample-data/other.csv",
        "id,prompt,operation,model,image,ratio,duration,takes,options.audio,options.outputFormat",
        "a,a fox," + cells);

    JsonNode plan = lastLine(type("plan", "runway", "runway", "other.csv"));
    type("run", "runway", "runway", "other.csv");

    assertThat(usd(simulator.records().money("runway"), "spentUsd")).isEqualByComparingTo(price);
    assertThat(usd(plan.path("to_send").path(0), "expected_usd")).isEqualByComparingTo(price);
  }

  /** What the provider tells counts, also for models whose price nobody publishes. */
  @Test
  void whatRunwayTellsIsAllThatItCharged() {
    JsonNode summary = lastLine(type("run", "runway", "runway", "runway.csv"));

    JsonNode charged = simulator.records().money("runway");
    assertThat(usd(charged, "spentUsd")).isEqualByComparingTo("3.13");
    assertThat(usd(summary, "spent_usd")).isEqualByComparingTo(usd(charged, "spentUsd"));
    assertThat(summary.path("spent_unpriced").intValue()).isZero();
  }

  private Typed type(String command, String job, String provider, String sample) {
    List<String> words = new ArrayList<>(List.of(command, "jobs/" + job + ".yaml", "--json"));
    words.add("--dailies.manifest=" + rig.path("sample-data/" + sample));
    String prefix = "--dailies.providers." + provider + ".";
    words.add(prefix + "base-url=" + simulator.url());
    if (!provider.equals("comfyui") && !provider.equals("generator")) {
      words.add(prefix + desk.keyFile("key_test"));
    }
    words.add(prefix + "submit-rate=50/s");
    words.add(prefix + "poll-interval=200ms");
    Typed typed = desk.type(words.toArray(String[]::new));
    assertThat(typed.code()).as("%s", typed).isZero();
    return typed;
  }

  private static JsonNode lastLine(Typed typed) {
    return JSON.readTree(typed.out().strip().lines().reduce((earlier, last) -> last).orElseThrow());
  }

  /** What each model with a price costs, in cents; others cost nothing here. */
  private static Map<String, BigDecimal> planned(JsonNode plan) {
    Map<String, BigDecimal> models = new TreeMap<>();
    plan.path("models")
        .forEach(
            model -> {
              if (model.path("unpriced").intValue() == 0
                  && usd(model, "expected_usd").signum() > 0) {
                models.put(model.path("model").asString(), cents(usd(model, "expected_usd")));
              }
            });
    return models;
  }

  private static Map<String, BigDecimal> charged(JsonNode account) {
    Map<String, BigDecimal> models = new TreeMap<>();
    account
        .path("models")
        .forEachEntry(
            (name, model) -> {
              if (model.path("madeUp").intValue() == 0) {
                models.put(name, cents(usd(model, "spentUsd")));
              }
            });
    return models;
  }

  private static BigDecimal cents(BigDecimal usd) {
    return usd.setScale(2, RoundingMode.UNNECESSARY);
  }

  private static BigDecimal usd(JsonNode of, String field) {
    return of.path(field).decimalValue(BigDecimal.ZERO);
  }
}
