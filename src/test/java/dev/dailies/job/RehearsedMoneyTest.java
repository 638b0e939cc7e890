package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody has really paid is called simulated wherever money is told, and nothing else is. */
class RehearsedMoneyTest {

  private static final String PAGE = "Simulated: nothing was paid";

  private @TempDir Path folder;

  @Test
  void isSimulatedAtASimulatorOnAPort() throws IOException {
    try (Simulator simulator =
        Simulator.start(SimulatorSetup.of(Map.of("generation-time", "100ms")), 0)) {
      Rehearsal job = new Rehearsal(folder, simulator.baseUrl().toString()).keyFile().rows(2);

      assertThat(job.type("run").out()).contains("Spent $0.64 (simulated)\n");
      assertThat(job.file("report.html")).content().contains(PAGE);
      assertThat(job.type("status").out()).contains("$0.64 spent (simulated)\n");
      assertThat(job.type("run").out()).contains("$0.64 in all runs (simulated)");
    }
  }

  @Test
  void isSimulatedWhereTheProviderIsTheSimulator() {
    Rehearsal job =
        new Rehearsal(folder, "http://127.0.0.1:9")
            .set("provider", "simulator")
            .set("providers.simulator.generation-time", "100ms")
            .rows(1);

    assertThat(job.type("run").out()).contains("(simulated)");
    assertThat(job.type("status").out()).contains("$0.32 spent (simulated)\n");
  }

  @Test
  void isRealWhereOneTakerDoesNotSaySo() throws IOException {
    try (StubbedApi api = new StubbedApi();
        Simulator simulator =
            Simulator.start(SimulatorSetup.of(Map.of("generation-time", "100ms")), 0)) {
      Rehearsal job = new Rehearsal(folder, simulator.baseUrl().toString()).keyFile().rows(1);
      job.type("run");

      job.api("base-url", api.baseUrl()).rows(2);

      assertThat(job.type("run").out()).contains("$0.64 in all runs").doesNotContain("simulated");
      assertThat(job.file("report.html")).content().doesNotContain(PAGE);
      assertThat(job.type("status").out()).contains("$0.64 spent\n");
    }
  }
}
