package dev.dailies.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets the zone of this process")
class TimesTest {

  private static final Instant NIGHT = Instant.parse("2026-03-12T21:41:07.401976923Z");

  private final TimeZone before = TimeZone.getDefault();

  @BeforeEach
  void moveToBerlin() {
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
  }

  @AfterEach
  void moveBack() {
    TimeZone.setDefault(before);
  }

  @Test
  void aTimeIsToldAsTheWallClockShowsIt() {
    assertThat(Times.clock(NIGHT)).isEqualTo("22:41");
    assertThat(Times.clockAndZone(NIGHT)).isEqualTo("22:41 CET");
    assertThat(Times.day(NIGHT)).isEqualTo("Thu 12 Mar, 22:41 CET");
    assertThat(Times.second(NIGHT)).isEqualTo("Thu 12 Mar, 22:41:07 CET");
  }

  @Test
  void theDayIsToldWhereItIsAnother() {
    assertThat(Times.near(NIGHT, NIGHT.plusSeconds(3_600))).isEqualTo("22:41 CET");
    assertThat(Times.near(NIGHT, NIGHT.plusSeconds(3 * 3_600))).isEqualTo("Thu 12 Mar, 22:41 CET");
  }

  @Test
  void aRangeIsToldInWholeMinutes() {
    Instant later = NIGHT.plusSeconds(600);

    assertThat(Times.range(NIGHT, later, NIGHT)).isEqualTo("22:41 to 22:52 CET");
    assertThat(Times.range(NIGHT, later.plusSeconds(6_000), NIGHT))
        .isEqualTo("Thu 12 Mar, 22:41 CET to Fri 13 Mar, 00:32 CET");
  }

  @Test
  void aSpanIsToldInTheUnitThatFits() {
    assertThat(Times.span(Duration.ofMillis(6))).isEqualTo("6 ms");
    assertThat(Times.span(Duration.ofSeconds(90))).isEqualTo("90 s");
    assertThat(Times.span(Duration.ofMinutes(15))).isEqualTo("15 min");
    assertThat(Times.span(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
    assertThat(Times.span(Duration.ofHours(24))).isEqualTo("24 h");
  }
}
