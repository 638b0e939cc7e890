package dev.dailies.provider.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({
    "2/s, PT0.5S, 2/s",
    "30/min, PT2S, 30/min",
    "100/h, PT36S, 100/h",
    "0.5/s, PT2S, 0.5/s",
    "' 20 / s ', PT0.05S, 20/s"
  })
  void isWrittenAsSoManyPerTime(String text, Duration period, String shown) {
    assertThat(Rate.of(text).period()).isEqualTo(period);
    assertThat(Rate.of(text)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2/d", "-1/s", "0/s", "1e3/s", "/s", "two/s"})
  void refusesWhatIsNoRate(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(text));
  }

  @Test
  void isKeptToWithAHairToSpare() {
    assertThat(Rate.of("10/s").pace()).isEqualTo(Duration.ofNanos(100_500_000));
  }
}
