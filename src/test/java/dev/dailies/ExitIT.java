package dev.dailies;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.kill.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a process ends with what its run came to; {@link ExitTest} has the rest. */
class ExitIT {

  private final Workspace rig;

  ExitIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", "sk-test");
  }

  @AfterEach
  void killAll() {
    rig.close();
  }

  @Test
  void endsWith4AndFailsNothingWhenTheKeyIsWrong() {
    rig.shots("shots.csv", 5);
    var server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    String refusal = "{\"error\":{\"message\":\"Invalid token\",\"type\":\"comet_api_error\"}}";
    server.stubFor(any(anyUrl()).willReturn(jsonResponse(refusal, 401)));
    server.start();
    try {
      Ended run = rig.run(Cometapi.run(server.baseUrl()));
      assertThat(run.exit()).as("%s", run).isEqualTo(4);
      assertThat(run.out()).contains("5 not sent").contains("Next: set the right key");
      assertThat(server.getAllServeEvents()).hasSizeBetween(1, 2);
    } finally {
      server.stop();
    }
    assertThat(Outcome.results(rig.path("out")))
        .allMatch(row -> row.get("state").equals("PLANNED"));
    assertThat(rig.text("out/failures.csv").lines()).hasSize(1);
  }
}
