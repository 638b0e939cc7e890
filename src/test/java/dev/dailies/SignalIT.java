package dev.dailies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.cli.Typed;
import dev.dailies.kill.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, SIGINT and SIGHUP end a run with everything written down; the next one goes on. */
class SignalIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int ROWS = 12;
  private static final String KEY = "sk-Canary-7Hq2vLx9Tn4bWz8RmKp3";

  private final Workspace rig;

  SignalIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", KEY);
  }

  @AfterEach
  void killAll() {
    rig.close();
  }

  @Test
  void drainsAndReportsOnSigterm() {
    assertThatItDrainsAndGoesOn(JarProcess::terminate, 143, "topped from outside");
  }

  @Test
  void drainsAndReportsOnSigint() {
    assertThatItDrainsAndGoesOn(JarProcess::interrupt, 130, "topped by Ctrl-C");
  }

  @Test
  void drainsAndReportsWhenTheTerminalIsClosed() {
    assertThatItDrainsAndGoesOn(JarProcess::hangUp, 129, "topped when the terminal was closed");
  }

  private void assertThatItDrainsAndGoesOn(Consumer<JarProcess> signal, int exit, String reason) {
    rig.shots("shots.csv", ROWS);
    try (Sandbox simulator = new Sandbox("generation-time=2s", "latency=100ms")) {
      JarProcess run = rig.start(Cometapi.run(simulator.url(), "--window=4"));
      await().atMost(PATIENCE).until(() -> simulator.creates() >= 2);
      signal.accept(run);

      Ended stopped = run.await();
      assertThat(stopped.exit()).as("%s", stopped).isEqualTo(exit);
      assertThat(stopped.out()).contains(reason).contains("Next: ");
      assertThat(rig.text("out/summary.json")).contains(reason);
      assertThat(rig.text("out/results.csv").lines()).hasSize(1 + ROWS);
      assertThat(rig.text("out/results.csv")).doesNotContain("SUBMITTING", "IN_DOUBT");
      assertThat(simulator.creates()).isLessThan(ROWS);

      Typed next = goOn(simulator.url());
      assertThat(next.code()).as("%s", next).isZero();
      assertThat(Outcome.of(rig.path("out"), simulator.records()))
          .isEqualTo(new Outcome(ROWS, 0, 0, 0));
      assertThat(simulator.records().duplicates()).isZero();
    }
  }

  @Test
  void showsNobodyTheKeyAndLeavesAtOnceOnASecondSignal() throws IOException {
    rig.shots("shots.csv", 1);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      JarProcess run = rig.start(Cometapi.run(url, "--dailies.stop-timeout=5m"));
      silent.setSoTimeout((int) PATIENCE.toMillis());
      try (Socket request = silent.accept()) {
        assertThat(head(request)).startsWith("POST").contains(KEY);
        assertThat(run.threadDump()).contains("Full thread dump").doesNotContain(KEY);
        assertThat(run.commandLines()).contains("--provider=cometapi").doesNotContain(KEY);
        run.terminate();
        assertThat(run.waitFor(Duration.ofSeconds(1))).as("left before the answer").isFalse();
        run.terminate();
        assertThat(run.waitFor(Duration.ofSeconds(10))).as("left").isTrue();
        assertThat(run.await().exit()).isEqualTo(143);
      }
    }

    // Nobody knows what came of the request, so it is not sent again.
    Typed next = goOn("http://127.0.0.1:9");
    assertThat(next.code()).as("%s", next).isEqualTo(12);
    assertThat(next.out()).contains("s-001  in doubt");
  }

  @Test
  void aSimulatorSaysAtItsEndWhatItHasCharged() {
    rig.shots("shots.csv", 2);
    SimulatorProcess simulator = SimulatorProcess.start(rig, "generation-time=100ms");
    assertThat(goOn(simulator.url()).code()).isZero();

    Ended ended = simulator.end();

    assertThat(ended.err()).endsWith("Charged $0.64 as cometapi; nobody has paid it.\n");
    assertThat(ended.exit()).isEqualTo(130);
  }

  /** The next run needs no process of its own. */
  private Typed goOn(String url) {
    Desk desk = new Desk(rig);
    return desk.type(Cometapi.run(url, Cometapi.setting(desk.keyFile(KEY))));
  }

  private static String head(Socket request) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(request.getInputStream(), ISO_8859_1));
    return lines.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }
}
