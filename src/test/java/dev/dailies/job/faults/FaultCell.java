package dev.dailies.job.faults;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** One fault at one place. */
record FaultCell(Fault fault, Place place) {

  /** The whole table. */
  static List<FaultCell> all() {
    return Stream.of(
            WireFaults.all(),
            StatusFaults.all(),
            BodyFaults.all(),
            LookFaults.all(),
            FileFaults.all())
        .flatMap(faults -> faults)
        .flatMap(fault -> fault.fates().keySet().stream().map(p -> new FaultCell(fault, p)))
        .sorted(Comparator.comparing(FaultCell::place))
        .toList();
  }

  /** The first cell of each class at each place, and those that repeat the key. */
  static List<FaultCell> oneOfEachKind() {
    Set<String> seen = new HashSet<>();
    return all().stream()
        .filter(
            cell ->
                cell.fault().name().contains("key") || seen.add(cell.place() + " " + cell.fate()))
        .toList();
  }

  /** All that can go wrong with a file, and does so once. */
  static List<FaultCell> passingAtTheFile() {
    return all().stream()
        .filter(cell -> cell.place() == Place.FILE && cell.fate() != Fate.PASSES)
        .map(FaultCell::fault)
        // A server that asks to be left alone for a year is left alone.
        .filter(fault -> fault.door() == TlsMode.OPEN && fault.settings().isEmpty())
        .filter(fault -> !fault.name().startsWith("429"))
        .map(fault -> new FaultCell(fault.onceAtTheFile(), Place.FILE))
        .toList();
  }

  static List<FaultCell> with(Fate fate) {
    return all().stream().filter(cell -> cell.fate() == fate).toList();
  }

  Fate fate() {
    return Objects.requireNonNull(fault.fates().get(place));
  }

  @Override
  public String toString() {
    return place + ": " + fault.name() + " -> " + fate();
  }
}
