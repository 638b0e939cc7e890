package dev.dailies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the runs of one job have come by, in order. */
record Trace(List<Step> steps) {

  static final Trace NONE = new Trace(List.of());

  /** Where a death is no other than the one just before or after it, or moves nothing. */
  private static final Set<String> NOT_DEADLY = Set.of("GET", "synced");

  /**
   * One crossing.
   *
   * @param detail the ticket that a commit keeps, the path that a GET asks for, the file that is
   *     renamed; else empty or of no interest
   */
  record Step(String thread, Crossing crossing, String detail) {}

  static Trace read(Path file) {
    try {
      return new Trace(Files.readAllLines(file).stream().map(Trace::step).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Step step(String line) {
    String[] parts = line.split("\t", -1);
    return new Step(parts[0], Crossing.of(parts[1]), parts[2]);
  }

  Trace plus(Trace later) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(later.steps);
    return new Trace(all);
  }

  /** Every point at which a run may be made to die. */
  List<Crossing> points() {
    return steps.stream()
        .map(Step::crossing)
        .filter(at -> !NOT_DEADLY.contains(at.kind()) && !NOT_DEADLY.contains(at.phase()))
        .toList();
  }
}
