package dev.dailies.kill;

import dev.dailies.Ended;
import dev.dailies.TextWorkflow;
import dev.dailies.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small job whose commands may be made to die. */
final class MortalJob {

  private final Workspace rig;
  private final String server;
  private final MortalRows rows;
  private final boolean isWatched;
  private final List<Path> traces = new ArrayList<>();

  MortalJob(Workspace rig, String server, KillScene scene) {
    this.rig = rig.with("COMETAPI_KEY", "sk-test");
    this.server = server;
    this.rows = scene.rows();
    this.isWatched = scene.isWatched();
    rig.write("shots.csv", rows.lines().toArray(String[]::new));
    rig.write("two.json", TextWorkflow.TWO_FILES);
  }

  /**
   * Runs a command, with the agent, to its end.
   *
   * @param last where it dies; empty for nowhere
   * @param command its name and its arguments
   */
  Ended run(String last, List<String> command) {
    Path trace = rig.path("trace-" + traces.size());
    traces.add(trace);
    List<String> words = new ArrayList<>(List.of(command.get(0), "shots.csv"));
    words.addAll(command.subList(1, command.size()));
    words.addAll(List.of("--provider=" + rows.provider(), "--output=out", "--rate=20/s"));
    Stream.concat(
            Stream.of("base-url=" + server, "poll-rate=50/s", "poll-interval=100ms"),
            rows.settings().stream())
        .map(setting -> "--dailies.providers." + rows.provider() + "." + setting)
        .forEach(words::add);
    Onlooker onlooker = new Onlooker(output());
    if (isWatched) {
      onlooker.begin();
    }
    try {
      return rig.run(KillAgent.in(output(), trace, last), words.toArray(String[]::new));
    } finally {
      onlooker.end();
    }
  }

  /** The job itself, to its end. */
  Ended run() {
    return run("", List.of("run"));
  }

  /** What all commands so far have come by. */
  Trace trace() {
    return traces.stream().map(Trace::read).reduce(Trace.NONE, Trace::plus);
  }

  Path output() {
    return rig.path("out");
  }
}
