package dev.dailies.job.submit;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Task;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Hands out the next task that may be sent, and waits while there is none. Ends, once for all, when
 * nothing is left to send and no answer is outstanding, or when a stop reason stands.
 */
final class SubmitReader implements ItemReader<Task> {

  private final SubmitQueue queue;
  private final Providers providers;
  private final Reconciler reconciler;
  private final RunControl run;

  SubmitReader(SubmitQueue queue, Providers providers, Reconciler reconciler, RunControl run) {
    this.queue = queue;
    this.providers = providers;
    this.reconciler = reconciler;
    this.run = run;
  }

  @Override
  public @Nullable Task read() {
    while (!run.isDrained()) {
      long seen = run.changes();
      Optional<Task> task = queue.next();
      if (task.isPresent()) {
        return task.get();
      }
      // What is still out, or in doubt, may make its row PLANNED again, so it is asked for first.
      if (noAnswerIsOutstanding() && reconciler.isDone() && queue.isExhausted()) {
        return null;
      }
      run.awaitChange(seen);
    }
    return null;
  }

  private boolean noAnswerIsOutstanding() {
    return providers.inUse().stream().allMatch(active -> active.submitPool().isIdle());
  }
}
