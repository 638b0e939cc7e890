package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.SimulatorRecords.Counts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One folder of rows whose runs are killed again and again, and then left to finish. */
final class KillChain {

  private static final int ROWS = 60;
  private static final int CONCURRENCY = 4;

  private final Rig rig;
  private final SimulatorRecords simulator;
  private final Random random;
  private final Ambush ambush;
  private final Deque<Phase> phases = new ArrayDeque<>();
  private final long began = System.nanoTime();
  private boolean finished;
  private final Map<Phase, Integer> kills = new EnumMap<>(Phase.class);
  private int runs;

  private KillChain(Rig rig, SimulatorRecords simulator, Random random) {
    this.rig = rig;
    this.simulator = simulator;
    this.random = random;
    this.ambush = new Ambush(simulator, rig.path("out/.dailies/status.json"), random);
  }

  /** Kills so many runs in a fresh folder, lets the next one finish, and looks at what is there. */
  static KillTally run(Path folder, int kills, Random random) {
    try (Rig rig = new Rig(folder).with("COMETAPI_KEY", "sk-test")) {
      rig.shots("shots.csv", ROWS);
      SimulatorProcess simulator =
          SimulatorProcess.start(rig, "generation-time=1s", "latency=150ms", "clip-size=300KB");
      return new KillChain(rig, simulator.records(), random).run(kills);
    }
  }

  private KillTally run(int wanted) {
    int killed = 0;
    while (killed < wanted) {
      killed += killIn(nextPhase()) ? 1 : 0;
    }
    Ended end = start().await();
    assertThat(end.exit()).as("%s", end).isIn(0, 12);
    Counts before = simulator.counts();
    Ended again = start().await();
    assertThat(again.exit()).as("%s", again).isEqualTo(end.exit());
    assertThat(simulator.counts()).as("requests of a run that has nothing to do").isEqualTo(before);
    return tally();
  }

  /** Returns false if the run has ended before the phase came. */
  private boolean killIn(Phase phase) {
    Ambush.Traces before = ambush.before();
    JarProcess run = start();
    ambush.await(phase, run, before);
    if (run.isAlive()) {
      run.kill();
      kills.merge(phase, 1, Integer::sum);
      return true;
    }
    Ended end = run.await();
    assertThat(end.exit()).as("a run that ended before it was killed: %s", end).isIn(0, 12, 143);
    finished |= end.exit() != 143;
    return false;
  }

  /** Every phase comes up as often as the others, in random order; submitting twice as often. */
  private Phase nextPhase() {
    if (phases.isEmpty()) {
      List<Phase> round = new ArrayList<>(Arrays.asList(Phase.values()));
      round.add(Phase.SUBMITTING);
      Collections.shuffle(round, random);
      phases.addAll(round);
    }
    Phase phase = phases.removeFirst();
    return finished && phase.needsWork() ? Phase.ENDING : phase;
  }

  private JarProcess start() {
    runs++;
    String settings = "--dailies.providers.cometapi.";
    return rig.start(
        "run",
        "shots.csv",
        "--output=out",
        "--provider=cometapi",
        "--rate=20/s",
        "--window=8",
        settings + "base-url=" + simulator.url(),
        settings + "submit-concurrency=" + CONCURRENCY,
        settings + "poll-rate=50/s",
        settings + "poll-interval=300ms");
  }

  private KillTally tally() {
    Outcome outcome = Outcome.of(rig.path("out"), simulator);
    int killed = kills.values().stream().mapToInt(Integer::intValue).sum();
    return new KillTally(
        kills,
        runs,
        simulator.counts().creates(),
        simulator.duplicates(),
        killed * CONCURRENCY,
        outcome.inDoubt(),
        outcome.delivered(),
        ROWS - outcome.inDoubt() - outcome.delivered(),
        outcome.wrongFiles(),
        outcome.leftovers(),
        Duration.ofNanos(System.nanoTime() - began));
  }
}
