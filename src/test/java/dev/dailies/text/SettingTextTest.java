package dev.dailies.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

class SettingTextTest {

  @ParameterizedTest
  @CsvSource({
    "PT10S, 10s",
    "PT1M30S, 90s",
    "PT45M, 45m",
    "PT6H, 6h",
    "PT1H30M, 90m",
    "P2D, 48h",
    "PT0.05S, 50ms",
    "PT0S, 0s",
    "PT0.0000005S, 500ns"
  })
  void isReadAsItIsWritten(Duration time, String text) {
    assertThat(SettingText.of(time)).isEqualTo(text);
    assertThat(DurationStyle.detectAndParse(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({"500MB", "1GB", "1536KB", "7B", "0B", "8000TB"})
  void aSizeIsToo(String text) {
    assertThat(SettingText.ofBytes(DataSize.parse(text).toBytes())).isEqualTo(text);
  }
}
