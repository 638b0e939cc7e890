package dev.dailies.job.deliver;

import dev.dailies.files.OwnFiles;
import dev.dailies.job.deliver.Handed.LeftOut;
import dev.dailies.job.run.ClipFiles;
import dev.dailies.job.run.Failures;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.settings.JobFiles;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SettingsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Copies or links keepers into another folder, with a contact sheet and lists for the editor. */
public final class Handover {

  private final TaskQueries queries;
  private final JobSetup setup;
  private final Path output;

  Handover(TaskQueries queries, JobSetup setup) {
    this.queries = queries;
    this.setup = setup;
    this.output = setup.files().output();
  }

  /**
   * What is wished for.
   *
   * @param folder where to; it need not be there
   * @param names how files are to be called, as in {@code output-name}; empty: as they are called
   * @param linked true for hard links, where the disk has them
   * @param all true for what is neither rejected nor replaced, false for what was kept
   */
  public record Wish(Path folder, String names, boolean linked, boolean all) {}

  /**
   * Hands over what is wished for.
   *
   * @throws SettingsException if there cannot be such a folder or such names
   */
  public Handed fulfil(Wish wish) {
    Selection selection = Selection.of(queries, wish.all());
    Map<Keeper, String> names = Keeper.names(selection.keepers(), wish.names());
    Tally tally = new Tally(selection.leftOut());
    if (names.isEmpty()) {
      return tally.end("");
    }
    TargetFolder target = new TargetFolder(made(wish.folder()), output);
    long wanted = wish.linked() ? 0 : missing(names, target);
    try {
      Room room = room(wish.folder());
      String full = room.shortage(wanted);
      return full.isEmpty() ? handOver(names, wish, target, tally) : tally.end(full);
    } catch (IOException failed) {
      return broken(wish.folder(), missing(names, target), tally, failed);
    }
  }

  private static long missing(Map<Keeper, String> names, TargetFolder target) {
    return names.entrySet().stream()
        .filter(name -> !target.has(name.getValue()))
        .mapToLong(name -> name.getKey().file().bytes())
        .sum();
  }

  private Room room(Path folder) throws IOException {
    return Room.of(folder, setup.shown(folder), output, setup.download().keepFree());
  }

  private Path made(Path folder) {
    if (folder.equals(output.toAbsolutePath().normalize())) {
      throw new SettingsException(
          "--to: %s is where the clips are; name another folder".formatted(setup.shown(folder)));
    }
    try {
      return Files.createDirectories(folder);
    } catch (IOException failed) {
      String why = Files.exists(folder) ? "it is a file" : Failures.describe(failed);
      throw new SettingsException(
          "--to: cannot make the folder %s: %s".formatted(setup.shown(folder), why), failed);
    }
  }

  private Handed handOver(Map<Keeper, String> names, Wish wish, TargetFolder target, Tally tally)
      throws IOException {
    for (Map.Entry<Keeper, String> entry : names.entrySet()) {
      Keeper keeper = entry.getKey();
      String name = entry.getValue();
      switch (target.put(keeper.file(), name, wish.linked())) {
        case THERE -> tally.there(HandedClip.read(name, keeper, target.file(name)));
        case COPIED -> tally.fresh(HandedClip.read(name, keeper, target.file(name)), false);
        case LINKED -> tally.fresh(HandedClip.read(name, keeper, target.file(name)), true);
        case TAKEN -> tally.leaveOut(LeftOut.another(keeper.task().name(), name));
        case HARMED ->
            tally.leaveOut(
                LeftOut.harmed(keeper.task().name(), keeper.file().name(), harm(keeper)));
      }
    }
    return tally.here().isEmpty() ? tally.end("") : written(target, tally);
  }

  private String harm(Keeper keeper) {
    return new ClipFiles(output).problem(keeper.file()).orElse("has changed just now");
  }

  private Handed written(TargetFolder target, Tally tally) throws IOException {
    String job = String.valueOf(output.getFileName());
    BigDecimal rate = CutList.rateOf(tally.here());
    List<String> cuts = new CutList(job, rate).of(tally.here());
    EditorLists lists =
        new EditorLists(target, OwnFiles.in(output.resolve(JobFiles.INNER).resolve("lists")));
    lists.write("contact-sheet", ".html", ContactSheet.of(job, tally.here()));
    lists.write("keepers", ".csv", KeeperList.of(tally.here()));
    for (int part = 0; part < cuts.size(); part++) {
      String stem = part == 0 ? "keepers" : "keepers-part" + (part + 1);
      lists.write(stem, ".edl", cuts.get(part));
    }
    target.sync();
    return tally.end(lists, cuts.isEmpty() ? "" : rate.toPlainString());
  }

  /** A disk may have been filled by others meanwhile. */
  private Handed broken(Path folder, long wanted, Tally tally, IOException failed) {
    try {
      String full = room(folder).shortage(Math.max(1, wanted));
      if (!full.isEmpty()) {
        return tally.end(full);
      }
    } catch (IOException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
    throw new SettingsException(
        "cannot write into %s: %s".formatted(setup.shown(folder), Failures.describe(failed)),
        failed);
  }
}
