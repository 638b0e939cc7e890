package dev.dailies.job.download;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.InFlight;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.RenewedLinks;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.provider.Progress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks tasks for fresh links: free, and cheaper than finding out which of the old ones have
 * expired.
 */
final class LinkRenewal {

  private final OpenTasks tasks;
  private final Ledger ledger;
  private final Providers providers;

  LinkRenewal(OpenTasks tasks, Ledger ledger, Providers providers) {
    this.tasks = tasks;
    this.ledger = ledger;
    this.providers = providers;
  }

  /** The results of a task under links that are as fresh as can be had. */
  List<Output> renewed(Task task, Delivery delivery) {
    List<Output> outputs = tasks.outputs(task);
    if (!delivery.wantsFreshLinks() && !outputs.isEmpty()) {
      return outputs;
    }
    Progress progress = look(task).orElse(null);
    delivery.seen(!isGone(progress));
    if (progress instanceof Progress.Succeeded empty && empty.outputs().isEmpty()) {
      delivery.isTold(empty.told());
    }
    if (!(progress instanceof Progress.Succeeded succeeded) || succeeded.outputs().isEmpty()) {
      return outputs;
    }
    if (task.state() != TaskState.SUCCEEDED) {
      return RenewedLinks.of(outputs, succeeded.outputs());
    }
    ledger.renewed(task, succeeded.outputs());
    return tasks.outputs(task);
  }

  private Optional<Progress> look(Task task) {
    InFlight flight = tasks.inFlight(task.id()).orElse(null);
    return flight == null
        ? Optional.empty()
        : providers
            .find(Objects.requireNonNull(task.provider()))
            .map(active -> active.provider().poll(flight.attempt()));
  }

  private static boolean isGone(@Nullable Progress progress) {
    return progress instanceof Progress.NotVisible
        || progress instanceof Progress.Failed
        || progress instanceof Progress.Cancelled;
  }
}
