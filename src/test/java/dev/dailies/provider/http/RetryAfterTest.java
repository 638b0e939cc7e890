package dev.dailies.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void readsSeconds() {
    assertThat(retryAfter("120", null)).isEqualTo(Duration.ofMinutes(2));
    assertThat(retryAfter(" 0 ", null)).isEqualTo(Duration.ZERO);
  }

  @Test
  void readsADate() {
    assertThat(retryAfter("Fri, 20 Nov 2026 10:01:30 GMT", null)).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void measuresADateByTheServersOwnClock() {
    assertThat(retryAfter("Tue, 20 Nov 2029 10:01:30 GMT", "Tue, 20 Nov 2029 10:01:00 GMT"))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void boundsAnAbsurdlyLongWait() {
    assertThat(retryAfter("99999999999999999999", null)).isEqualTo(Duration.ofDays(366));
    assertThat(retryAfter("999999999", null)).isEqualTo(Duration.ofDays(366));
    assertThat(retryAfter("Fri, 20 Nov 2099 10:01:30 GMT", null)).isEqualTo(Duration.ofDays(366));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-5",
        "soon",
        "1.5",
        "1e3",
        "٣",
        "Thu, 19 Nov 2026 10:00:00 GMT",
        "2026-11-21"
      })
  void knowsNothingFromWhatIsNoWait(String value) {
    assertThat(retryAfter(value, null)).isNull();
  }

  @Test
  void prefersMilliseconds() {
    Map<String, List<String>> both =
        Map.of("Retry-After", List.of("2"), "Retry-After-Ms", List.of("1500"));

    assertThat(RetryAfter.of(HttpHeaders.of(both, (n, v) -> true), NOW))
        .isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void knowsNothingWithoutTheHeader() {
    assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (name, value) -> true), NOW)).isNull();
  }

  private static @Nullable Duration retryAfter(String value, @Nullable String date) {
    Map<String, List<String>> headers = new HashMap<>(Map.of("Retry-After", List.of(value)));
    if (date != null) {
      headers.put("Date", List.of(date));
    }
    return RetryAfter.of(HttpHeaders.of(headers, (n, v) -> true), NOW);
  }
}
