package dev.dailies.simulator;

import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Body;
import dev.dailies.simulator.http.Routes;
import dev.dailies.simulator.money.Statement;
import dev.dailies.simulator.task.Counts;
import dev.dailies.simulator.task.TakenOrders;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulator's own pages, for tests and the curious: what it accepted, its counts, and what it
 * charged.
 */
final class RecordsEndpoint {

  private final TakenOrders journal;
  private final Counts counts;
  private final Supplier<Map<String, Statement>> money;
  private final JsonMapper mapper =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  RecordsEndpoint(TakenOrders journal, Counts counts, Supplier<Map<String, Statement>> money) {
    this.journal = journal;
    this.counts = counts;
    this.money = money;
  }

  void addTo(Routes routes) {
    routes.on("GET", "/simulator/counts", exchange -> Optional.of(Answer.json(200, counts.json())));
    routes.on("GET", "/simulator/journal", exchange -> Optional.of(journalPage()));
    routes.on("GET", "/simulator/money", exchange -> Optional.of(moneyPage()));
  }

  private Answer moneyPage() {
    return Answer.text(
        200, "application/json; charset=utf-8", mapper.writeValueAsString(money.get()));
  }

  /** Written as it is sent: a hundred thousand tasks never stand in memory as text. */
  private Answer journalPage() {
    TakenOrders.Page page = journal.page();
    Body body =
        new Body() {
          @Override
          public long length() {
            return UNKNOWN;
          }

          @Override
          public void writeTo(OutputStream out) {
            mapper.writeValue(out, page);
          }
        };
    return Answer.of(200, "application/json; charset=utf-8", body);
  }
}
