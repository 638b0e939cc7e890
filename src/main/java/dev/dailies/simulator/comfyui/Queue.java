package dev.dailies.simulator.comfyui;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Json;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers what is asked of the queue as a whole. */
final class Queue {

  private static final int LARGEST_ORDER = 1_000_000;

  private final Machine machine;
  private final Clock clock;

  Queue(Machine machine, Clock clock) {
    this.machine = machine;
    this.clock = clock;
  }

  /** Answers {@code GET /prompt}. */
  Optional<Answer> remaining(HttpExchange exchange) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    int remaining = machine.board(clock.millis()).remaining();
    body.putObject("exec_info").put("queue_remaining", remaining);
    return Optional.of(Answer.json(200, body));
  }

  /** Answers {@code GET /queue}. */
  Optional<Answer> list(HttpExchange exchange) {
    Machine.Board board = machine.board(clock.millis());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode running = body.putArray("queue_running");
    if (board.running() != null) {
      running.add(board.running().json());
    }
    ArrayNode pending = body.putArray("queue_pending");
    board.pending().forEach(prompt -> pending.add(prompt.json()));
    return Optional.of(Answer.json(200, body));
  }

  /** Answers {@code POST /queue}: takes some or all of the waiting ones out. */
  Optional<Answer> change(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_ORDER);
    return Optional.of(Json.parse(body).map(this::change).orElseGet(Errors::crashed));
  }

  private Answer change(JsonNode body) {
    if (body.path("clear").booleanValue(false)) {
      machine.clear(clock.millis());
    }
    machine.cancel(
        body.path("delete").valueStream().map(id -> id.asString("")).collect(Collectors.toSet()),
        clock.millis());
    return Answer.text(200, "text/plain", "");
  }
}
