package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void aTimeIsToldToTheSecondAsTheWallClockShowsIt() {
    Instant time = Instant.parse("2026-03-12T21:41:07.401976923Z");

    assertThat(Formats.local(time, ZoneId.of("Europe/Berlin")))
        .isEqualTo("2026-03-12 22:41:07 +01:00");
    assertThat(Formats.local(time, ZoneId.of("UTC"))).isEqualTo("2026-03-12 21:41:07 +00:00");
    assertThat(Formats.local(time, ZoneId.of("Asia/Kolkata")))
        .isEqualTo("2026-03-13 03:11:07 +05:30");
  }

  @Test
  void countsOneAsOne() {
    assertThat(Formats.count(1, "row")).isEqualTo("1 row");
    assertThat(Formats.count(0, "row")).isEqualTo("0 rows");
    assertThat(Formats.unpriced(", ", 1, "task")).isEqualTo(", plus 1 task of unknown price");
  }
}
