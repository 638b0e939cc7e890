package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.RunFacts.CommandLine;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void namesTheFolderAndThenTheTask() {
    assertThat(new CommandLine("dailies", "out/demo").of("retry", "shot-1@2"))
        .isEqualTo("dailies retry out/demo shot-1@2");
  }

  @Test
  void runsTheRejectsInTheFolder() {
    assertThat(new CommandLine("dailies", "out/to night").onRejects("plan"))
        .isEqualTo("dailies plan 'out/to night/rejects.csv'");
  }

  @Test
  void quotesAFolderThatAShellWouldSplit() {
    assertThat(new CommandLine("dailies", "it's; rm").of("run", ""))
        .isEqualTo("dailies run 'it'\\''s; rm'");
  }
}
