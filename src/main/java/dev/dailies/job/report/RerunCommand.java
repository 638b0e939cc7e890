package dev.dailies.job.report;

import dev.dailies.job.run.Program;
import dev.dailies.report.RunFacts.CommandLine;
import dev.dailies.settings.JobSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that call Dailies on this very job again, for pages that may be passed on. Without its
 * flags a command could be about another folder, and pay for all again.
 */
final class RerunCommand {

  /** Flags of one run only. */
  private static final Set<String> ONCE =
      Set.of("dailies.limit", "dailies.time-limit", "dailies.on-doubt", "dailies.verbose");

  /** Flags that name what the rejects bring along themselves. */
  private static final Set<String> REPLACED = Set.of("dailies.manifest", "dailies.output");

  private static final Pattern SECRET =
      Pattern.compile("api-?key$|\\.headers\\b|ledger-?url$|\\.proxy$");
  private static final Map<String, String> SHORT =
      Map.of("dailies.output", "--output", "dailies.provider", "--provider");

  private final JobSetup setup;

  RerunCommand(JobSetup setup) {
    this.setup = setup;
  }

  CommandLine commandLine() {
    String target = setup.target().shown();
    List<String> flags = flags().map(this::flag).toList();
    return new CommandLine(Program.plain(), target, flags, rejects(target));
  }

  /** The rejects go into the output folder, since that is what their paths are relative to. */
  private List<String> rejects(String target) {
    String file = shown(setup.files().output().resolve("rejects.csv"));
    Stream<String> what =
        setup.target().isJobFile()
            ? Stream.of(target, "--dailies.manifest=" + file)
            : Stream.of(file);
    Stream<String> flags =
        flags().filter(flag -> !REPLACED.contains(flag.getKey())).map(this::flag);
    String output = "--output=" + shown(setup.files().output());
    return Stream.of(what, Stream.of(output), flags).flatMap(words -> words).toList();
  }

  private Stream<Map.Entry<String, String>> flags() {
    return setup.flags().entrySet().stream()
        .filter(flag -> flag.getKey().startsWith("dailies."))
        .filter(flag -> !ONCE.contains(flag.getKey()))
        .filter(flag -> !SECRET.matcher(flag.getKey()).find());
  }

  private String flag(Map.Entry<String, String> flag) {
    String name = SHORT.getOrDefault(flag.getKey(), "--" + flag.getKey());
    boolean output = flag.getKey().equals("dailies.output");
    return name + "=" + (output ? shown(setup.files().output()) : flag.getValue());
  }

  private String shown(Path path) {
    return setup.shown(path);
  }
}
