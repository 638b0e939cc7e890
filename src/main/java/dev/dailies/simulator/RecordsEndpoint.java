package dev.dailies.simulator;

import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Body;
import dev.dailies.simulator.http.Routes;
import dev.dailies.simulator.task.Counts;
import dev.dailies.simulator.task.TakenOrders;
import java.io.OutputStream;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's own pages, for tests and the curious: what it accepted, and its counts. */
final class RecordsEndpoint {

  private final TakenOrders journal;
  private final Counts counts;
  private final JsonMapper mapper = new JsonMapper();

  RecordsEndpoint(TakenOrders journal, Counts counts) {
    this.journal = journal;
    this.counts = counts;
  }

  void addTo(Routes routes) {
    routes.on("GET", "/simulator/counts", exchange -> Optional.of(Answer.json(200, counts.json())));
    routes.on("GET", "/simulator/journal", exchange -> Optional.of(journalPage()));
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
