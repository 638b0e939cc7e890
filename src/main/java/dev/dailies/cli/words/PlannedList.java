package dev.dailies.cli.words;

import dev.dailies.files.Sha256;
import dev.dailies.job.JobContext;
import dev.dailies.job.plan.RetakeList;
import dev.dailies.job.run.Program;
import dev.dailies.ledger.Plan;
import dev.dailies.report.Reports;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * A list inside the output folder, such as an edited {@code failures.csv}, that was read last, in
 * place of the job's own: what is left of it is sent by a run of that list alone.
 */
public final class PlannedList {

  private final JobSetup setup;
  private final Path file;

  private PlannedList(JobSetup setup, Path file) {
    this.setup = setup;
    this.file = file;
  }

  /** Empty if the newest plan read the job's own list, or nobody knows what. */
  public static Optional<PlannedList> of(JobSetup setup, JobContext context) {
    Path own = setup.files().manifest();
    return context
        .plans()
        .newest()
        .map(Plan::manifestDigest)
        .filter(digest -> !isOf(own, digest))
        .flatMap(digest -> inside(setup.files().output(), digest))
        .map(file -> new PlannedList(setup, file));
  }

  private static Optional<Path> inside(Path output, String digest) {
    try (Stream<Path> files = Files.list(output)) {
      List<Path> lists = files.filter(PlannedList::mayBeList).sorted().toList();
      return lists.stream().filter(file -> isOf(file, digest)).findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean mayBeList(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".csv") && !Reports.TABLES.contains(name) && Files.isRegularFile(file);
  }

  private static boolean isOf(Path file, String digest) {
    try {
      return Sha256.of(file).equals(digest);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** What the counts are about. */
  public String told() {
    return RetakeList.is(file)
        ? "This is about what was sent of %s, with the takes that %s asked for."
            .formatted(setup.ownList(), file.getFileName())
        : "The list that was read last is " + file.getFileName() + "; this is about its rows.";
  }

  /** The words to type for a command; a run is one of this list. */
  BinaryOperator<String> lines(BinaryOperator<String> line) {
    return (command, arguments) ->
        command.equals("run") && arguments.isEmpty()
            ? "%s run %s".formatted(Program.shown(), ShellWord.of(setup.shown(file)))
            : line.apply(command, arguments);
  }
}
