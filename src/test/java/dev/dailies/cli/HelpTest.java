package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {

  @Test
  void helpIsACommandToo() {
    assertThat(FrontDoor.type("help", "fetch").out())
        .isEqualTo(FrontDoor.type("fetch", "--help").out())
        .startsWith("Usage: dailies fetch ");
    assertThat(FrontDoor.type("help").out()).startsWith("Usage: dailies [-hV] [COMMAND]");
  }

  @Test
  void saysOfATimeLimitOnlyWhereItLimits() {
    assertThat(FrontDoor.type("run", "--help").out())
        .contains("--time-limit", "--dailies.stop-timeout=30s");
    assertThat(FrontDoor.type("fetch", "--help").out()).contains("--time-limit");
    assertThat(FrontDoor.type("explain", "--help").out()).doesNotContain("--time-limit");
  }

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
