package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {

  @Test
  void endsWithTheExitCodesAndWhichOfThemWins() {
    assertThat(Dailies.commandLine("--help").getUsageMessage().lines())
        .endsWith(
            "130  stopped by Ctrl-C",
            "143  stopped from outside (SIGTERM)",
            "129  stopped when the terminal was closed (SIGHUP)",
            "When several apply: 11 > 1 > 2 > 143 > 130 > 129 > 12 > 7 > 4 > 8 > 10 > 5 > 3.");
  }
}
