package dev.dailies.kill;

import dev.dailies.SimulatorRecords;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a {@link MortalJob} asks for.
 *
 * @param provider its type, and its name
 * @param files how many each delivered task has
 * @param lines of its manifest
 * @param tasks all that it has, or has had, and how each of them ends
 * @param settings of its provider, as in {@code grace=1s}
 */
record MortalRows(
    String provider, int files, List<String> lines, List<MortalTask> tasks, List<String> settings) {

  private static final String COMETAPI = "cometapi";
  private static final String COMFYUI = "comfyui";

  private static final String HEADER = "id,prompt,image,model,duration,ratio,takes";
  private static final String REST = ",https://example.com/a.jpg,gen3a_turbo,5,1280:768,";

  /** Two takes of the first row are made; the second is refused; the third fails there. */
  static final MortalRows MIXED =
      new MortalRows(
          COMETAPI,
          1,
          List.of(
              HEADER,
              row("fox", "a fox", 2),
              "hare,a hare,https://example.com/a.jpg,gen0_unheard_of,5,1:1,1",
              row("owl", "an owl [fail]", 1)),
          List.of(
              new MortalTask("fox", "a fox", "DELIVERED"),
              new MortalTask("fox@2", "a fox", "DELIVERED"),
              new MortalTask("hare", "a hare", "REJECTED"),
              new MortalTask("owl", "an owl [fail]", "FAILED")),
          List.of());

  /** Rows of one take each, for as many tasks; they are sent one after the other. */
  static MortalRows of(MortalTask... tasks) {
    List<String> rows = Stream.of(tasks).map(task -> row(task.name(), task.prompt(), 1)).toList();
    return new MortalRows(
        COMETAPI,
        1,
        Stream.concat(Stream.of(HEADER), rows.stream()).toList(),
        List.of(tasks),
        List.of("submit-concurrency=1"));
  }

  /** A row for a server that costs nothing and can be asked; it makes two files of it. */
  static MortalRows twoFiles(MortalTask task) {
    return new MortalRows(
        COMFYUI,
        2,
        List.of("id,prompt", task.name() + "," + task.prompt()),
        List.of(task),
        List.of("workflow=two.json", "doubt-pause=200ms"));
  }

  /** One row that replaces the first task by the second, as a page's rejects do. */
  static MortalRows replacing(MortalTask rejected, MortalTask retake) {
    return new MortalRows(
        COMETAPI,
        1,
        List.of(
            HEADER.replace("takes", "replaces"),
            rejected.name() + "," + rejected.prompt() + REST + rejected.name()),
        List.of(rejected, retake),
        List.of());
  }

  /** The same, where so many files come of each task. */
  MortalRows withFiles(int number) {
    return new MortalRows(provider, number, lines, tasks, settings);
  }

  private static String row(String id, String prompt, int takes) {
    return id + "," + prompt + REST + takes;
  }

  /** The same, whose job has these tasks besides, of rows that are no longer there. */
  MortalRows without(MortalTask... withdrawn) {
    return new MortalRows(
        provider,
        files,
        lines,
        Stream.concat(tasks.stream(), Stream.of(withdrawn)).toList(),
        settings);
  }

  /** The same, with one more setting of the provider. */
  MortalRows with(String setting) {
    return new MortalRows(
        provider,
        files,
        lines,
        tasks,
        Stream.concat(settings.stream(), Stream.of(setting)).toList());
  }

  /** The clip of a finished task, fetched from the simulator itself. */
  byte[] clip(SimulatorRecords simulator, String ticket) {
    return provider.equals(COMFYUI) ? simulator.comfyuiClip(ticket) : simulator.clip(ticket);
  }

  /** How many creates a prompt may lead to. */
  int takes(String prompt) {
    return (int) tasks.stream().filter(task -> task.prompt().equals(prompt)).count();
  }
}
