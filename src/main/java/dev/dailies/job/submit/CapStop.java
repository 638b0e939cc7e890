package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.budget.CapReached;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.util.Objects;

/** A cap that keeps a task from being sent, and what people are told of it. */
record CapStop(CapReached reached, StopReason reason) {

  static CapStop of(CapReached reached, Task task, ActiveProvider active) {
    return new CapStop(
        reached,
        new StopReason(
            Kind.BUDGET,
            reached.use().cap().provider(),
            reached.lacksPrice() ? lacksPrice(reached, task, active) : reached.told(),
            reached.lacksPrice() ? null : reached.use().next()));
  }

  private static String lacksPrice(CapReached reached, Task task, ActiveProvider active) {
    String remedy = "; say what to count by budget.unknown-price, as in 0.50";
    if (!reached.isOfThisTaskOnly()) {
      return reached.told() + remedy;
    }
    String model = active.provider().model(Objects.requireNonNull(task.shot())).name();
    return "nobody knows what a task of %s costs, and there is %s%s"
        .formatted(model == null ? active.name() : model, reached.use().cap().name(), remedy);
  }

  boolean isOfThisTaskOnly() {
    return reached.isOfThisTaskOnly();
  }

  boolean isOfThisProviderOnly() {
    return !isOfThisTaskOnly() && reached.use().cap().provider() != null;
  }
}
