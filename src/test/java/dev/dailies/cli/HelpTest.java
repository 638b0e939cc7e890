package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {

  @Test
  void endsWithTheExitCodesAndWhichOfThemWins() {
    assertThat(Dailies.commandLine("--help").getUsageMessage().lines())
        .endsWith(
            "129  stopped by SIGHUP, 130 by SIGINT, 143 by SIGTERM, after a clean drain",
            "When several apply: 11 > 1 > 2 > 143 > 130 > 129 > 12 > 7 > 4 > 8 > 10 > 5 > 3.");
  }
}
