package dev.dailies.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the runs of one job have come by, in order. */
record Trace(List<Step> steps) {

  static final Trace NONE = new Trace(List.of());

  /**
   * One crossing.
   *
   * @param detail the ticket that a commit keeps, the path that a GET asks for, the file that is
   *     renamed; else empty or of no interest
   */
  record Step(String thread, KillPoint crossing, String detail) {}

  static Trace read(Path file) {
    try {
      return new Trace(Files.readAllLines(file).stream().map(Trace::step).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Step step(String line) {
    String[] parts = line.split("\t", -1);
    return new Step(parts[0], KillPoint.of(parts[1]), parts[2]);
  }

  Trace plus(Trace later) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(later.steps);
    return new Trace(all);
  }

  /**
   * Every point at which a run may be made to die. Left out is where nothing changes: looks at the
   * provider and commits that had nothing to write; and the middle of commits that move no task.
   */
  List<KillPoint> points() {
    Set<String> idle = idleCommits();
    return steps.stream()
        .map(Step::crossing)
        .filter(at -> !at.kind().equals("GET") && !at.phase().equals("synced"))
        .filter(at -> !idle.contains(at.name() + "#" + at.count()) || at.isOfAMove())
        .filter(at -> !at.name().startsWith("commit by ") || !at.phase().equals("syncing"))
        .toList();
  }

  private Set<String> idleCommits() {
    Set<String> idle = new HashSet<>();
    Set<String> busy = new HashSet<>();
    for (Step step : steps) {
      KillPoint at = step.crossing();
      if (at.phase().equals("synced")) {
        busy.add(step.thread());
      } else if (at.kind().equals("commit") && at.phase().equals("before")) {
        busy.remove(step.thread());
      } else if (at.kind().equals("commit")
          && at.phase().equals("after")
          && !busy.contains(step.thread())) {
        idle.add(at.name() + "#" + at.count());
      }
    }
    return idle;
  }
}
