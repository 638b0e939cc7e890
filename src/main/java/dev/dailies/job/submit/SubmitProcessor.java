package dev.dailies.job.submit;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.Task;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Prepares a task and takes it through its provider's gate, with its rate limit and circuit
 * breaker. Filters what is not sent, or not now.
 */
final class SubmitProcessor implements ItemProcessor<Task, ReadyTask> {

  private final SubmitQueue queue;
  private final Submitter submitter;
  private final Providers providers;
  private final Patience patience;

  SubmitProcessor(SubmitQueue queue, Submitter submitter, Providers providers, Patience patience) {
    this.queue = queue;
    this.submitter = submitter;
    this.providers = providers;
    this.patience = patience;
  }

  @Override
  public @Nullable ReadyTask process(Task task) {
    Optional<ReadyTask> ready = Optional.empty();
    try {
      ready =
          patience
              .await(
                  () ->
                      submitter.prepare(
                          task, providers.get(Objects.requireNonNull(task.provider()))))
              .flatMap(prepared -> prepared);
    } finally {
      if (ready.isEmpty()) {
        queue.giveBack(task);
      }
    }
    return ready.orElse(null);
  }
}
