package dev.dailies.job.submit;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Task;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Takes the next task of one provider, and waits while there is none. Ends, once for all, when
 * nothing is left to send and no answer is outstanding, or when a stop reason stands.
 */
final class SubmitReader implements ItemReader<Task> {

  private final String provider;
  private final SubmitQueue queue;
  private final Reconciler reconciler;
  private final RunControl run;

  SubmitReader(String provider, SubmitQueue queue, Reconciler reconciler, RunControl run) {
    this.provider = provider;
    this.queue = queue;
    this.reconciler = reconciler;
    this.run = run;
  }

  @Override
  public @Nullable Task read() {
    while (maySend()) {
      long seen = run.changes();
      Optional<Task> task = queue.take(provider);
      if (task.isPresent()) {
        return task.get();
      }
      // What is still out, or in doubt, may make its row PLANNED again, so it is asked for first.
      if (queue.isIdle(provider)
          && reconciler.isDone()
          && !queue.mayComeBack(provider)
          && queue.isExhausted(provider)) {
        return null;
      }
      run.awaitChange(seen);
    }
    return null;
  }

  private boolean maySend() {
    run.drainIfTimeIsUp();
    return !run.isDrained();
  }
}
