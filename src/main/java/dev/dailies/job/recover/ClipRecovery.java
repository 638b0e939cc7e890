package dev.dailies.job.recover;

import dev.dailies.job.recover.Found.Forgotten;
import dev.dailies.job.recover.Found.Left;
import dev.dailies.job.run.ClipFiles;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.ClipIntake;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.PaidTake;
import dev.dailies.ledger.PlannedRow;
import dev.dailies.ledger.Standing;
import dev.dailies.ledger.store.UntrustedLedgerException;
import dev.dailies.manifest.CheckedRow;
import dev.dailies.provider.Problem;
import dev.dailies.report.PaidClip;
import dev.dailies.report.PaidClips;
import dev.dailies.report.SidecarReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what was paid for and is here, but is not in the ledger: by the sidecars, where the file
 * has the digest that its sidecar states and a row of the manifest asks for just that. Never sends,
 * never touches a file.
 */
public final class ClipRecovery {

  private static final String OR_AWAY = ", or move it and its .json file away";

  private static final String TOO_LITTLE =
      "it tells too little: put back the .dailies that made its clip" + OR_AWAY;

  private static final String PUT_BACK = ": put the right file back and recover";

  private final SidecarReading sidecars;
  private final ClipIntake intake;
  private final ClipFiles files;
  private final TodaysRows rows;
  private final Providers providers;
  private final PaidClips here;

  ClipRecovery(
      SidecarReading sidecars,
      ClipIntake intake,
      ClipFiles files,
      TodaysRows rows,
      Providers providers,
      PaidClips here) {
    this.sidecars = sidecars;
    this.intake = intake;
    this.files = files;
    this.rows = rows;
    this.providers = providers;
    this.here = here;
  }

  /** The job that the clips in a folder are of; empty if there is none, or more than one. */
  public static Optional<String> jobOf(Path folder) {
    List<String> jobs = new SidecarReading(folder).jobs();
    return jobs.size() == 1 ? Optional.of(jobs.get(0)) : Optional.empty();
  }

  /**
   * Finds what the ledger has forgotten. Changes nothing.
   *
   * @throws UntrustedLedgerException if nothing tells which of the clips are of this job
   */
  public Found look() {
    List<Left> left = new ArrayList<>();
    List<PaidClip> whole = new ArrayList<>();
    gathered().forEach(clips -> sort(clips, whole, left));
    Map<String, CheckedRow> today =
        whole.isEmpty()
            ? Map.of()
            : rows.of(whole.stream().map(clip -> clip.take().key()).collect(Collectors.toSet()));
    Set<String> asked = asked(whole, today);
    List<Forgotten> forgotten = new ArrayList<>();
    for (PaidClip clip : whole) {
      String objection = objection(clip, today.get(clip.take().key()), asked);
      Optional<PlannedRow> row = objection == null ? row(clip, today) : Optional.empty();
      if (row.isPresent()) {
        forgotten.add(new Forgotten(clip.take(), row.get(), type(clip)));
      } else {
        left.add(new Left(clip.take().name(), objection == null ? unreadable() : objection));
      }
    }
    sidecars.unusable(here.unknown()).forEach(name -> left.add(new Left(name, TOO_LITTLE)));
    return new Found(forgotten, left, intake.lastSent().orElse(null));
  }

  /**
   * Takes in what was found, task by task, and returns how many there were. One that contradicts
   * another is left: the next look tells of it.
   */
  public int take(Found found) {
    int taken = 0;
    for (Forgotten one : found.forgotten()) {
      if (intake.standing(one.take()).kind() == Standing.Kind.FORGOTTEN) {
        intake.take(one.take(), one.row(), one.providerType());
        taken++;
      }
    }
    return taken;
  }

  /** The sidecars of what the ledger does not know, those of one task together. */
  private List<List<PaidClip>> gathered() {
    Map<String, List<PaidClip>> byTask = new LinkedHashMap<>();
    sidecars.forEach(
        clip -> {
          if (here.mayHold(clip) && !isKnown(clip)) {
            byTask
                .computeIfAbsent(
                    place(clip) + " " + clip.take().revision(), task -> new ArrayList<>())
                .add(clip);
          }
        });
    refuseSeveralJobs(byTask.values().stream().map(clips -> clips.get(0).job()).distinct().count());
    return List.copyOf(byTask.values());
  }

  private static void refuseSeveralJobs(long jobs) {
    if (jobs > 1) {
      throw new UntrustedLedgerException(
          ("the clips that the ledger does not know are of %d jobs: move those of the others away,"
                  + " and their .json files, and recover again")
              .formatted(jobs));
    }
  }

  /** A task is taken in with all of its files, or not at all. */
  private void sort(List<PaidClip> clips, List<PaidClip> whole, List<Left> left) {
    PaidClip first = clips.get(0);
    Optional<String> problem =
        clips.stream()
            .flatMap(
                clip ->
                    files
                        .problem(clip.file())
                        .map(said -> clip.file().name() + " " + said + PUT_BACK + OR_AWAY)
                        .stream())
            .findFirst()
            .or(
                () ->
                    clips.stream()
                        .flatMap(
                            clip ->
                                Optional.ofNullable(intake.standing(clip.take()).objection())
                                    .stream())
                        .findFirst());
    List<Output> outputs = clips.stream().flatMap(clip -> clip.take().outputs().stream()).toList();
    boolean twice = outputs.stream().map(Output::number).distinct().count() < outputs.size();
    if (twice || problem.isPresent()) {
      left.add(
          new Left(
              first.take().name(), problem.orElse("two sidecars tell of one result" + OR_AWAY)));
      return;
    }
    PaidTake all = first.take().with(outputs);
    whole.add(new PaidClip(first.job(), first.line(), first.columns(), all, first.file()));
  }

  /**
   * The takes of which a clip that the ledger knows, or can know, is what today's row asks for:
   * then other revisions of it can be taken in too, and none is paid for again.
   */
  private Set<String> asked(List<PaidClip> whole, Map<String, CheckedRow> today) {
    Set<String> asked =
        whole.stream()
            .filter(clip -> isAskedFor(clip, today))
            .map(ClipRecovery::place)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> others = whole.stream().map(ClipRecovery::place).collect(Collectors.toSet());
    others.removeAll(asked);
    if (!others.isEmpty()) {
      sidecars.forEach(
          clip -> {
            if (others.contains(place(clip)) && isKnown(clip) && isAskedFor(clip, today)) {
              asked.add(place(clip));
            }
          });
    }
    return asked;
  }

  private boolean isKnown(PaidClip clip) {
    return intake.standing(clip.take()).kind() == Standing.Kind.KNOWN;
  }

  private boolean isAskedFor(PaidClip clip, Map<String, CheckedRow> today) {
    CheckedRow row = today.get(clip.take().key());
    if (row == null || TodaysRows.isRetake(clip)) {
      return row != null && rows.earlier(clip).isPresent();
    }
    return rows.isOf(clip, row) && rows.planned(clip, row).isPresent();
  }

  /** Why a clip is not taken in; null if it can be. */
  private @Nullable String objection(PaidClip clip, @Nullable CheckedRow row, Set<String> asked) {
    if (!providers.knows(clip.take().provider())) {
      return "the settings name no provider " + clip.take().provider();
    }
    if (asked.contains(place(clip))) {
      return null;
    }
    if (row == null || (row.isAccepted() && rows.planned(clip, row).isEmpty())) {
      return "no row of the manifest asks for it: recover with the one that did" + OR_AWAY;
    }
    return rows.isOf(clip, row)
        ? "its row has errors" + first(row) + OR_AWAY
        : "its row asks for something else now: undo the edit and recover"
            + OR_AWAY
            + " to pay for it again";
  }

  private static String first(CheckedRow row) {
    return row.problems().stream()
            .filter(Problem::isError)
            .findFirst()
            .map(one -> " (" + one.message() + "; " + one.fix() + ")")
            .orElse("")
        + ": correct them";
  }

  /** Today's row, or, of what was made before its row was edited, the row as it was. */
  private Optional<PlannedRow> row(PaidClip clip, Map<String, CheckedRow> today) {
    CheckedRow row = today.get(clip.take().key());
    return row != null && !TodaysRows.isRetake(clip) && rows.isOf(clip, row)
        ? rows.planned(clip, row)
        : rows.earlier(clip);
  }

  private static String unreadable() {
    return "what its sidecar tells of its row cannot be planned" + OR_AWAY;
  }

  private String type(PaidClip clip) {
    return providers.get(clip.take().provider()).type();
  }

  /** A take, whichever its revision. */
  private static String place(PaidClip clip) {
    return clip.take().take() + " " + clip.take().key();
  }
}
