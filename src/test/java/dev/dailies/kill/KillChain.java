package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.Ended;
import dev.dailies.JarProcess;
import dev.dailies.Sandbox;
import dev.dailies.SimulatorRecords;
import dev.dailies.SimulatorRecords.Counts;
import dev.dailies.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One folder of rows whose runs are killed again and again, and then left to finish. */
final class KillChain {

  private static final int KILLS_PER_FOLDER = 20;
  private static final int CONCURRENCY = 4;

  private final KilledJob job;
  private final Workspace rig;
  private final SimulatorRecords simulator;
  private final Random random;
  private final Ambush ambush;

  /** A short chain, too, kills where it costs most. */
  private final Deque<Phase> phases = new ArrayDeque<>(List.of(Phase.SUBMITTING, Phase.SUBMITTING));

  private final long began = System.nanoTime();
  private boolean finished;
  private final Map<Phase, Integer> kills = new EnumMap<>(Phase.class);
  private int runs;

  private KillChain(KilledJob job, Workspace rig, SimulatorRecords simulator, Random random) {
    this.job = job;
    this.rig = rig;
    this.simulator = simulator;
    this.random = random;
    this.ambush = new Ambush(simulator, rig.path("out/.dailies/status.json"), random);
  }

  /** Kills so many runs, in one fresh folder after the other, and prints the table as it grows. */
  static List<KillTally> runMany(KilledJob job, Path folder, int kills, Random random) {
    List<KillTally> tallies = new ArrayList<>();
    for (int killed = 0; killed < kills; killed += KILLS_PER_FOLDER) {
      Path fresh = folder.resolve("folder-" + killed);
      assertThat(fresh.toFile().mkdir()).isTrue();
      tallies.add(run(job, fresh, KILLS_PER_FOLDER, random));
      System.out.print(KillTally.table(tallies));
    }
    return tallies;
  }

  /** Kills so many runs in a fresh folder, lets the next one finish, and looks at what is there. */
  static KillTally run(KilledJob job, Path folder, int kills, Random random) {
    String time = "generation-time=" + job.generationTime();
    try (Sandbox simulator = new Sandbox(time, "latency=150ms", "clip-size=300KB");
        Workspace rig = new Workspace(folder)) {
      job.prepare(rig);
      return new KillChain(job, rig, simulator.records(), random).run(kills);
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
    List<String> arguments = new ArrayList<>(List.of("run", "shots.csv", "--output=out"));
    arguments.addAll(List.of("--provider=" + job.provider(), "--rate=20/s", "--window=8"));
    Map<String, String> settings = new LinkedHashMap<>(job.settings());
    settings.put("base-url", simulator.url());
    settings.put("submit-concurrency", String.valueOf(CONCURRENCY));
    settings.put("poll-rate", "50/s");
    settings.put("poll-interval", "300ms");
    String prefix = "--dailies.providers." + job.provider() + ".";
    settings.forEach((name, value) -> arguments.add(prefix + name + "=" + value));
    return rig.start(arguments.toArray(String[]::new));
  }

  private KillTally tally() {
    Outcome outcome = Outcome.of(rig.path("out"), simulator, job::clip);
    int killed = kills.values().stream().mapToInt(Integer::intValue).sum();
    return new KillTally(
        kills,
        runs,
        simulator.counts().creates(),
        simulator.duplicates(),
        killed * CONCURRENCY,
        outcome.inDoubt(),
        outcome.delivered(),
        job.rows() - outcome.inDoubt() - outcome.delivered(),
        outcome.wrongFiles(),
        outcome.leftovers(),
        Duration.ofNanos(System.nanoTime() - began));
  }
}
