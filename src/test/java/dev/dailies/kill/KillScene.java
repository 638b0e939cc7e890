package dev.dailies.kill;

import dev.dailies.SimulatorRecords.Create;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which command dies, and how the job stands when it begins.
 *
 * @param rows what the job asks for by then
 * @param output the output folder that it finds; null if it finds none
 * @param creates what the simulator has made for the job before
 * @param trace what the job has come by before
 * @param again how many more creates the command is meant to lead to, by prompt
 * @param command the command, with its arguments
 * @param isWatched true if somebody looks at the job while the command works
 */
record KillScene(
    String name,
    MortalRows rows,
    @Nullable Path output,
    List<Create> creates,
    Trace trace,
    Map<String, Integer> again,
    List<String> command,
    boolean isWatched) {

  static final KillScene FIRST_RUN = firstRun("the first run", MortalRows.MIXED);

  /** A run that finds nothing. */
  static KillScene firstRun(String name, MortalRows rows) {
    return new KillScene(name, rows, null, List.of(), Trace.NONE, Map.of(), List.of("run"), false);
  }

  boolean isRun() {
    return command.get(0).equals("run");
  }

  /** The same, for another command. */
  KillScene with(String name, Map<String, Integer> again, String... command) {
    return new KillScene(name, rows, output, creates, trace, again, List.of(command), isWatched);
  }

  /** The same, in an output folder that is there already. */
  KillScene in(Path folder) {
    return new KillScene(name, rows, folder, creates, trace, again, command, isWatched);
  }

  /** The same, but that the manifest has changed. */
  KillScene with(String name, MortalRows changed) {
    return new KillScene(name, changed, output, creates, trace, again, command, isWatched);
  }

  /** A run that finds what this scene has left. */
  KillScene then(Path left, List<Create> made, Trace trace) {
    return new KillScene("a later run", rows, left, made, trace, Map.of(), List.of("run"), false);
  }

  /** The same, while somebody looks at the job. */
  KillScene watched() {
    return new KillScene(name, rows, output, creates, trace, again, command, true);
  }
}
