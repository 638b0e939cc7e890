package dev.dailies.job.submit;

import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Slot;
import dev.dailies.ledger.Task;
import java.util.Objects;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Writes tasks to their providers: hands each to its provider's lane and returns, so that no
 * provider waits for another. The lane passes the provider's gate, with its rate limit and circuit
 * breaker, before anything is sent.
 */
final class SubmitWriter implements ItemWriter<Task> {

  private final SubmitQueue queue;
  private final Submitter submitter;
  private final Providers providers;

  SubmitWriter(SubmitQueue queue, Submitter submitter, Providers providers) {
    this.queue = queue;
    this.submitter = submitter;
    this.providers = providers;
  }

  @Override
  public void write(Chunk<? extends Task> chunk) {
    chunk.forEach(this::write);
  }

  private void write(Task task) {
    Slot slot = providers.get(Objects.requireNonNull(task.provider()));
    slot.submitLane().execute(() -> submit(task, slot));
  }

  private void submit(Task task, Slot slot) {
    Sent sent = Sent.NOT_YET;
    try {
      sent = submitter.submit(task, slot, () -> queue.taken(task, slot));
    } finally {
      queue.done(task, slot, sent);
    }
  }
}
