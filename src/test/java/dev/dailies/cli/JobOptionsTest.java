package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class JobOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dailies.providers.cometapi.api-key=sk-typed",
        "--dailies.providers.cometapi.apiKey=sk-typed",
        "--dailies.providers.cometapi.apikey=sk-typed",
        "--dailies.providers.cometapi.API_KEY=sk-typed",
        "--dailies.providers.cometapi[api-key]=sk-typed"
      })
  void refusesAKeyAsAFlag(String flag) {
    StringWriter err = new StringWriter();

    int code =
        new CommandLine(new DailiesCommand())
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(Complaints::ofCommand)
            .execute("config", "pom.xml", flag);

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("api-key-file").doesNotContain("sk-typed");
  }
}
