package dev.dailies.cli.words;

import dev.dailies.job.plan.RetakeList;
import dev.dailies.job.run.Program;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.ShellWord;
import java.util.Collection;
import java.util.function.BinaryOperator;

/** Where a person edits rows that have failed, and the run that reads them there. */
public final class RowEdit {

  private static final int MOST_NAMES = 3;

  private final String place;
  private final String list;
  private final String run;

  private RowEdit(String place, String list, String run) {
    this.place = place;
    this.list = list;
    this.run = run;
  }

  /**
   * A list of retakes has none of the rows of what failed before: they stand in the job's own.
   *
   * @param line the words to type for a command about the job and its arguments
   */
  public static RowEdit of(JobSetup setup, BinaryOperator<String> line) {
    return setup
        .wholeList()
        .filter(own -> RetakeList.is(setup.files().manifest()))
        .map(
            own ->
                new RowEdit(
                    " in " + own,
                    own,
                    "%s run %s"
                        .formatted(
                            Program.shown(), ShellWord.of(setup.shown(setup.files().output())))))
        .orElseGet(() -> new RowEdit("", setup.shownManifest(), line.apply("run", "")));
  }

  /** The same for takes that replace others: whatever list asked for them, their rows are here. */
  static RowEdit ofRetakes(JobSetup setup) {
    String failures = setup.shown(setup.files().output().resolve("failures.csv"));
    return new RowEdit(
        " in " + failures,
        failures,
        "%s run %s".formatted(Program.shown(), ShellWord.of(failures)));
  }

  /**
   * As in {@code edit the rows fox, owl in shots.csv (their 4 takes are made again), then dailies
   * run …}.
   *
   * @param one what is edited, as in {@code row}
   * @param shots whose rows they are
   * @param takes what becomes of their takes; may be empty
   */
  public String told(String one, Collection<String> shots, String takes) {
    String named = Formats.names(shots.stream().limit(MOST_NAMES).toList(), shots.size());
    return told(one + (shots.size() == 1 ? " " : "s ") + named, takes);
  }

  /** The same where the rows are named already. */
  String told(String what, String takes) {
    return "edit the %s%s%s, then %s".formatted(what, place, takes, run);
  }

  /** What to do where an edited row is delivered already, from another list. */
  String toldAgain() {
    return "make the same change in %s, then %s".formatted(list, run);
  }
}
