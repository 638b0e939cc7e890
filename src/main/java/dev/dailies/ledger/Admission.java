package dev.dailies.ledger;

import dev.dailies.provider.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether an intent may be written down. */
public interface Admission {

  /** Everything may. */
  Admission OPEN =
      new Admission() {
        @Override
        public void counting(Task task, Runnable change) {
          change.run();
        }

        @Override
        public void admit(Task task, @Nullable Price price, Instant now) {
          // Nothing forbids it.
        }
      };

  /** Makes a change of a task, whole transaction and all, and counts what it has cost. */
  void counting(Task task, Runnable change);

  /**
   * Asked within the transaction of an intent, and while no other is counted.
   *
   * @param price of the request that would be sent; null if nobody knows
   * @param now the moment of the intent
   * @throws RuntimeException if it may not be sent; then nothing is written down
   */
  void admit(Task task, @Nullable Price price, Instant now);
}
