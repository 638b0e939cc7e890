package dev.dailies;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;

/** {@code dailies simulate} in a process of its own. */
public final class SimulatorProcess {

  private final JarProcess process;
  private final SimulatorRecords records;

  private SimulatorProcess(JarProcess process, SimulatorRecords records) {
    this.process = process;
    this.records = records;
  }

  /**
   * Starts it on a free port and waits until it listens.
   *
   * @param settings as in {@code generation-time=1s}
   */
  public static SimulatorProcess start(Workspace rig, String... settings) {
    List<String> arguments = new ArrayList<>(List.of("simulate", "--port", "0"));
    List.of(settings).forEach(setting -> arguments.add("--" + setting));
    JarProcess process = rig.start(arguments.toArray(String[]::new));
    await().atMost(60, SECONDS).until(() -> process.out().endsWith("\n") || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError("the simulator did not start\n" + process.await());
    }
    return new SimulatorProcess(process, new SimulatorRecords(process.out().strip()));
  }

  String url() {
    return records.url();
  }

  public SimulatorRecords records() {
    return records;
  }

  /** Ends it as its user does, and says what it wrote. */
  Ended end() {
    process.interrupt();
    return process.await();
  }

  void kill() {
    process.kill();
  }
}
