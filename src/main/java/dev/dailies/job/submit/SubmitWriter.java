package dev.dailies.job.submit;

import java.util.Optional;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Sends tasks to their provider. What came of it is in the ledger when the write returns: the
 * outcome, or a doubt if the run was stopped before the answer came.
 */
final class SubmitWriter implements ItemWriter<ReadyTask> {

  private final SubmitQueue queue;
  private final Submitter submitter;
  private final Patience patience;

  SubmitWriter(SubmitQueue queue, Submitter submitter, Patience patience) {
    this.queue = queue;
    this.submitter = submitter;
    this.patience = patience;
  }

  @Override
  public void write(Chunk<? extends ReadyTask> chunk) {
    chunk.forEach(this::write);
  }

  private void write(ReadyTask ready) {
    boolean isSettled = false;
    try {
      Optional<Boolean> answer = patience.await(() -> submitter.send(ready));
      if (answer.isEmpty()) {
        submitter.abandon(ready.task());
      }
      isSettled = answer.orElse(true);
    } finally {
      if (isSettled) {
        queue.done(ready.task());
      } else {
        queue.giveBack(ready.task());
      }
    }
  }
}
