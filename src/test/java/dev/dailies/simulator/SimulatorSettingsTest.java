package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.provider.spi.Rate;
import dev.dailies.simulator.SimulatorSettings.BodyForm;
import dev.dailies.simulator.SimulatorSettings.CreateForm;
import dev.dailies.simulator.SimulatorSettings.FeedForm;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SimulatorSettingsTest {

  @Test
  void hasDefaultsForEverything() {
    SimulatorSettings settings = Settings.of();

    assertThat(settings.generationTime()).isEqualTo(Duration.ofSeconds(4));
    assertThat(settings.jitter()).isEqualTo(0.25);
    assertThat(settings.bodyForm()).isEqualTo(BodyForm.FLAT);
    assertThat(settings.admit()).isNull();
    assertThat(settings.clipSize()).isEqualTo(DataSize.ofBytes(0));
    assertThat(settings.loseAnswerShare()).isZero();
    assertThat(settings.createForm()).isEqualTo(CreateForm.PLAIN);
    assertThat(settings.feedForm()).isEqualTo(FeedForm.FLAT);
    assertThat(settings.generatorDemo()).isFalse();
  }

  @Test
  void readsWhatAUserWrites() {
    SimulatorSettings settings =
        Settings.of("body-form=wrapped", "admit=30/min", "clip-size=2MB", "failure-share=0.1");

    assertThat(settings.bodyForm()).isEqualTo(BodyForm.WRAPPED);
    assertThat(Settings.of("create-form=full").createForm()).isEqualTo(CreateForm.FULL);
    assertThat(Settings.of("feed-form=digits").feedForm()).isEqualTo(FeedForm.DIGITS);
    assertThat(settings.admit()).isEqualTo(Rate.of("30/min"));
    assertThat(settings.clipSize()).isEqualTo(DataSize.ofMegabytes(2));
    assertThat(settings.failureShare()).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failure-share=1.1",
        "jitter=-1",
        "cut-share=NaN",
        "generation-time=3h",
        "hidden-for=-1s",
        "clip-size=5GB",
        "balance=-0.01",
        "price-factor=-1",
        "concurrency=0"
      })
  void refusesWhatCannotBe(String line) {
    assertThatThrownBy(() -> Settings.of(line))
        .rootCause()
        .hasMessageContaining(line.substring(0, line.indexOf('=')));
  }
}
