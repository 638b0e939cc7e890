package dev.dailies.job.faults;

import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What came of a task that met a fault.
 *
 * @param met its state after the run that met the fault
 * @param stops why that run stopped at this provider
 * @param afterwards its state after the run at a provider that was well again
 * @param reason what people were told in the end
 * @param sent how many requests to create something the server has seen
 * @param paid how many of them it has taken, or may have
 * @param strays how many requests the server has had that no client has a reason for
 * @param wrongFiles what lies under the task's name, and should not
 */
record FaultFinding(
    FaultCell cell,
    TaskState met,
    Set<Kind> stops,
    TaskState afterwards,
    String reason,
    int sent,
    int paid,
    long strays,
    List<String> wrongFiles) {

  boolean isDuplicate() {
    return paid > 1;
  }

  boolean isInDoubt() {
    return afterwards == TaskState.IN_DOUBT;
  }

  /** Paid for, and nobody knows of it any more. */
  boolean isLost() {
    return paid > 0
        && Set.of(TaskState.PLANNED, TaskState.REJECTED, TaskState.WITHDRAWN).contains(afterwards);
  }

  /** What is not as the table says; empty if all is. */
  List<String> deviations() {
    Fate fate = cell.fate();
    List<String> deviations = new ArrayList<>();
    expect(deviations, "state", met, fate.state());
    expect(deviations, "stops", stops, fate.stop() == null ? Set.of() : Set.of(fate.stop()));
    expect(deviations, "state afterwards", afterwards, fate.afterwards());
    expect(deviations, "paid", paid, fate == Fate.REJECTED ? 0 : 1);
    expect(deviations, "stray requests", strays, 0L);
    expect(deviations, "wrong files", wrongFiles, List.of());
    return deviations;
  }

  private static void expect(List<String> deviations, String what, Object is, Object wanted) {
    if (!is.equals(wanted)) {
      deviations.add(what + " " + is + " instead of " + wanted);
    }
  }

  @Override
  public String toString() {
    return "%s: %s; %s".formatted(cell, deviations(), reason);
  }
}
