package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
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
    ActiveProvider active = providers.get(Objects.requireNonNull(task.provider()));
    active.submitPool().execute(() -> submit(task, active));
  }

  private void submit(Task task, ActiveProvider active) {
    Sent sent = Sent.NOT_YET;
    try {
      sent = submitter.submit(task, active, () -> queue.taken(task, active));
    } finally {
      queue.done(task, active, sent);
    }
  }
}
