package dev.dailies.job.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What came of many faults, in one table. */
final class FaultTally {

  private static final String LINE = "%-8s %-17s %6s %11s %5s %9s %12s %11s%n";

  private final List<FaultFinding> findings = new ArrayList<>();

  void add(List<FaultFinding> more) {
    findings.addAll(more);
  }

  /** One line for each class at each place. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append(
        LINE.formatted(
            "place",
            "class",
            "cells",
            "duplicates",
            "lost",
            "in doubt",
            "wrong files",
            "deviations"));
    for (Place place : Place.values()) {
      for (Fate fate : Fate.values()) {
        List<FaultFinding> group =
            findings.stream()
                .filter(finding -> finding.cell().place() == place)
                .filter(finding -> finding.cell().fate() == fate)
                .toList();
        if (!group.isEmpty()) {
          table.append(line(place.toString(), fate.letter() + " " + fate, group));
        }
      }
    }
    return table.append(line("all", "", findings)).toString();
  }

  private static String line(String place, String fate, List<FaultFinding> group) {
    return LINE.formatted(
        place,
        fate,
        group.size(),
        count(group, FaultFinding::isDuplicate),
        count(group, FaultFinding::isLost),
        count(group, FaultFinding::isInDoubt),
        count(group, finding -> !finding.wrongFiles().isEmpty()),
        count(group, finding -> !finding.deviations().isEmpty()));
  }

  private static long count(List<FaultFinding> findings, Predicate<FaultFinding> wanted) {
    return findings.stream().filter(wanted).count();
  }
}
