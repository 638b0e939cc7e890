package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.RunFacts.CommandLine;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void namesTheTargetBeforeTheTask() {
    assertThat(new CommandLine("dailies", "jobs/demo.yaml").of("retry", "shot-001@2"))
        .isEqualTo("dailies retry jobs/demo.yaml shot-001@2");
  }

  @Test
  void quotesATargetThatAShellWouldSplit() {
    assertThat(new CommandLine("dailies", "it's; rm.csv").of("run", ""))
        .isEqualTo("dailies run 'it'\\''s; rm.csv'");
  }
}
