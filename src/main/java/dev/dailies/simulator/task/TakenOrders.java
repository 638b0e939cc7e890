package dev.dailies.simulator.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every create that was accepted, in order, with those whose answer was lost. */
public final class TakenOrders {

  private static final int LONGEST_SOURCE = 2048;

  private final List<Entry> entries = new ArrayList<>();

  /**
   * One accepted create. A data URI is kept up to its comma only.
   *
   * @param usd what was charged for it at once, in dollars; null where nothing is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String ticket,
      String route,
      String model,
      String prompt,
      @Nullable String image,
      @Nullable String video,
      Instant at,
      @Nullable BigDecimal usd) {}

  /** All entries, as the journal's answer has them. */
  public record Page(int creates, List<Entry> tasks) {}

  /**
   * Writes an accepted create down.
   *
   * @param usd what was charged for it, in dollars; null where nothing is
   */
  public synchronized void add(
      String id, IssuedTicket ticket, Order order, @Nullable BigDecimal usd) {
    entries.add(
        new Entry(
            id,
            order.route(),
            order.model(),
            order.prompt(),
            brief(order.image()),
            brief(order.video()),
            Instant.ofEpochMilli(ticket.created()),
            usd));
  }

  public synchronized Page page() {
    return new Page(entries.size(), List.copyOf(entries));
  }

  private static @Nullable String brief(@Nullable String source) {
    if (source == null) {
      return null;
    }
    int end = source.startsWith("data:") ? source.indexOf(',') + 1 : source.length();
    return source.substring(0, Math.min(end, LONGEST_SOURCE));
  }
}
