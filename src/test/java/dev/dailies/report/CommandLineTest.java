package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.RunFacts.CommandLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void namesTheTargetThenTheTaskThenTheFlags() {
    assertThat(
            new CommandLine("dailies", "jobs/demo.yaml", List.of("--output=o p"), List.of())
                .of("retry", "shot-1@2"))
        .isEqualTo("dailies retry jobs/demo.yaml shot-1@2 '--output=o p'");
  }

  @Test
  void runsTheRejectsInPlaceOfTheTarget() {
    List<String> rejects = List.of("rejects.csv", "--output=out/to night");

    assertThat(new CommandLine("dailies", "a.csv", List.of(), rejects).onRejects("plan"))
        .isEqualTo("dailies plan rejects.csv '--output=out/to night'");
  }

  @Test
  void quotesATargetThatAShellWouldSplit() {
    assertThat(new CommandLine("dailies", "it's; rm.csv", List.of(), List.of()).of("run", ""))
        .isEqualTo("dailies run 'it'\\''s; rm.csv'");
  }
}
