package dev.dailies.simulator.task;

import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How often the simulator was asked for what, since it started. */
public final class Counts {

  private final LongAdder creates = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder throttled = new LongAdder();
  private final LongAdder looks = new LongAdder();
  private final LongAdder downloads = new LongAdder();

  /** A task was made, whether or not its answer arrived. */
  public void created() {
    creates.increment();
  }

  /** A create was answered with an error other than 429; it made no task. */
  public void refused() {
    refused.increment();
  }

  public void throttled() {
    throttled.increment();
  }

  public void looked() {
    looks.increment();
  }

  public void downloaded() {
    downloads.increment();
  }

  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("creates", creates.sum())
        .put("refused", refused.sum())
        .put("throttled429", throttled.sum())
        .put("looks", looks.sum())
        .put("downloads", downloads.sum());
  }
}
