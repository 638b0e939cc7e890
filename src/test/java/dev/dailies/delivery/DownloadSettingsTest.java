package dev.dailies.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class DownloadSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new DownloadSettings(
                4,
                Duration.ofSeconds(60),
                DataSize.ofGigabytes(2),
                DataSize.ofKilobytes(16),
                Duration.ofHours(6),
                DataSize.ofMegabytes(500),
                Duration.ofMinutes(5)));
  }

  @Test
  void readsWhatPeopleWrite() {
    assertThat(bind(Map.of("d.max-size", "500MB", "d.idle-timeout", "2m", "d.concurrency", "16")))
        .isEqualTo(
            new DownloadSettings(
                16,
                Duration.ofMinutes(2),
                DataSize.ofMegabytes(500),
                DataSize.ofKilobytes(16),
                Duration.ofHours(6),
                DataSize.ofMegabytes(500),
                Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "concurrency, 0",
    "idle-timeout, 0s",
    "max-size, 0B",
    "minimum-speed, -1B",
    "total-timeout, 0s",
    "patience, 0s",
    "keep-free, -1B"
  })
  void refusesWhatCannotWork(String name, String value) {
    assertThatThrownBy(() -> bind(Map.of("d." + name, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name + " must be");
  }

  private static DownloadSettings bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("d", DownloadSettings.class);
  }
}
