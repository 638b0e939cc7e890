package dev.dailies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small job that comes by every transition, and whose commands may be made to die. */
final class MortalJob {

  /** Two takes of the first row are made; the second is refused; the third fails there. */
  static final List<MortalTask> TASKS =
      List.of(
          new MortalTask("fox", "a fox", "DELIVERED"),
          new MortalTask("fox@2", "a fox", "DELIVERED"),
          new MortalTask("hare", "a hare", "REJECTED"),
          new MortalTask("owl", "an owl [fail]", "FAILED"));

  private static final String[] MANIFEST = {
    "id,prompt,image,model,duration,ratio,takes",
    "fox,a fox,https://example.com/a.jpg,gen3a_turbo,5,1280:768,2",
    "hare,a hare,https://example.com/a.jpg,gen0_unheard_of,5,1:1,1",
    "owl,an owl [fail],https://example.com/a.jpg,gen3a_turbo,5,1280:768,1"
  };

  private final Rig rig;
  private final String server;
  private final List<Path> traces = new ArrayList<>();

  MortalJob(Rig rig, String server) {
    this.rig = rig.with("COMETAPI_KEY", "sk-test");
    this.server = server;
    rig.write("shots.csv", MANIFEST);
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
    List<String> more = new ArrayList<>(command.subList(1, command.size()));
    more.add(Cometapi.setting("poll-interval=100ms"));
    String[] words = Cometapi.command(command.get(0), "out", server, more.toArray(String[]::new));
    return rig.run(KillAgent.in(output(), trace, last), words);
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
