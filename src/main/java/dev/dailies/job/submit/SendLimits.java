package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.budget.Budget;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.text.Count;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much this run may send: as many tasks as its limit says, as much as the caps allow, and
 * nothing that a person has not approved where that is wanted.
 */
final class SendLimits {

  private final @Nullable Integer limit;
  private final Budget budget;
  private final Approval approval;
  private int sent;

  /**
   * @param limit how many tasks; null for as many as there are
   */
  SendLimits(@Nullable Integer limit, Budget budget, Approval approval) {
    this.approval = approval;
    this.limit = limit;
    this.budget = budget;
  }

  /** Why a person is asked before anything is sent; empty if nobody is. */
  Optional<StopReason> unapproved() {
    return approval.objection();
  }

  void took() {
    sent++;
  }

  void gaveBack(int unsent) {
    sent -= unsent;
  }

  boolean isCountReached() {
    return limit != null && sent >= limit;
  }

  /** Why nothing more is sent, once the run has sent as many as it may. */
  Optional<StopReason> countReached() {
    Integer most = limit;
    return most == null || sent < most
        ? Optional.empty()
        : Optional.of(
            StopReason.of(
                Kind.LIMIT, "the limit of " + Count.of(most, "submission") + " is reached"));
  }

  /**
   * Why a cap keeps the task from being sent; empty if none does.
   *
   * @param pending tasks that are about to be sent
   */
  Optional<CapStop> stop(Task task, Collection<Task> pending, ActiveProvider active) {
    return budget.objection(task, pending).map(reached -> CapStop.of(reached, task, active));
  }
}
