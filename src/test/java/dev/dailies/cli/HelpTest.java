package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {

  @Test
  void endsWithTheExitCodesAndWhichOfThemWins() {
    assertThat(Dailies.commandLine("--help").getUsageMessage().lines())
        .endsWith(
            "130  stopped by SIGINT, 143 by SIGTERM, after a clean drain",
            "When several apply: 11 > 1 > 2 > 143 > 130 > 12 > 7 > 4 > 8 > 10 > 5 > 3.");
  }
}
