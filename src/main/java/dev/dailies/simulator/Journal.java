package dev.dailies.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every create that was accepted, in order, with those whose answer was lost. */
final class Journal {

  private static final int LONGEST_SOURCE = 2048;

  private final List<Entry> entries = new ArrayList<>();

  /** One accepted create. A data URI is kept up to its comma only. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String ticket,
      String route,
      String prompt,
      @Nullable String image,
      @Nullable String video,
      Instant at) {}

  /** All entries, as the journal's answer has them. */
  record Page(int creates, List<Entry> tasks) {}

  synchronized void add(Ticket ticket, Order order) {
    String source = brief(order.source());
    boolean fromImage = order.route() == CreateRoute.IMAGE_TO_VIDEO;
    entries.add(
        new Entry(
            ticket.id(),
            order.route().path(),
            order.prompt(),
            fromImage ? source : null,
            fromImage ? null : source,
            Instant.ofEpochMilli(ticket.created())));
  }

  synchronized Page page() {
    return new Page(entries.size(), List.copyOf(entries));
  }

  private static String brief(String source) {
    int end = source.startsWith("data:") ? source.indexOf(',') + 1 : source.length();
    return source.substring(0, Math.min(end, LONGEST_SOURCE));
  }
}
