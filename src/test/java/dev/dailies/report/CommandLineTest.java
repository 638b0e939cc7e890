package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.RunFacts.CommandLine;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void namesTheTargetBeforeTheFlags() {
    assertThat(new CommandLine("dailies", "jobs/demo.yaml").of("run", "--limit 2"))
        .isEqualTo("dailies run jobs/demo.yaml --limit 2");
  }

  @Test
  void quotesATargetThatAShellWouldSplit() {
    assertThat(new CommandLine("dailies", "it's; rm.csv").of("run", ""))
        .isEqualTo("dailies run 'it'\\''s; rm.csv'");
  }
}
