package dev.dailies;

import dev.dailies.SimulatorRecords.Create;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which command dies, and how the job stands when it begins.
 *
 * @param output the output folder that it finds; null if it finds none
 * @param creates what the simulator has made for the job before
 * @param trace what the job has come by before
 * @param again how many more creates the command is meant to lead to, by prompt
 * @param command the command, with its arguments
 */
record KillScene(
    String name,
    @Nullable Path output,
    List<Create> creates,
    Trace trace,
    Map<String, Integer> again,
    List<String> command) {

  static final KillScene FIRST_RUN =
      new KillScene("the first run", null, List.of(), Trace.NONE, Map.of(), List.of("run"));

  /** A folder that a run has left, in which the next run is to die. */
  static KillScene of(Path output, List<Create> creates, Trace trace) {
    return new KillScene("a later run", output, creates, trace, Map.of(), List.of("run"));
  }

  boolean isRun() {
    return command.get(0).equals("run");
  }

  /** The same, for another command. */
  KillScene with(String name, Map<String, Integer> again, String... command) {
    return new KillScene(name, output, creates, trace, again, List.of(command));
  }
}
