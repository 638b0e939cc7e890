package dev.dailies.simulator.comfyui;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Query;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers what is asked of the prompts that have ended. */
final class History {

  private final Machine machine;
  private final Clock clock;

  History(Machine machine, Clock clock) {
    this.machine = machine;
    this.clock = clock;
  }

  /** The answer to {@code GET /history/{id}}: empty braces for what has not ended. */
  Answer one(String id) {
    return Answer.json(200, body(machine.past(id, clock.millis()).stream().toList()));
  }

  /** Answers {@code GET /history}, with the newest of {@code max_items} if that is given. */
  Optional<Answer> list(HttpExchange exchange) {
    List<Past> all = machine.past(clock.millis());
    String most = Query.of(exchange).get("max_items", "1000");
    if (!most.matches("\\d{1,9}")) {
      return Optional.of(Errors.crashed());
    }
    int from = Math.max(0, all.size() - Integer.parseInt(most));
    return Optional.of(Answer.json(200, body(all.subList(from, all.size()))));
  }

  private static ObjectNode body(List<Past> entries) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    entries.forEach(past -> body.set(past.prompt().id(), new PastBody(past).json()));
    return body;
  }
}
