package dev.dailies.simulator.comfyui;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.provider.Operation;
import dev.dailies.simulator.CreateEndpoint;
import dev.dailies.simulator.Reading;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Json;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Order;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code POST /prompt}, and queues what is good. */
final class PromptReader implements CreateEndpoint.Reader {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final AtomicInteger counter = new AtomicInteger();
  private final NodeTypes types;
  private final Inputs inputs;
  private final Machine machine;

  PromptReader(NodeTypes types, Inputs inputs, Machine machine) {
    this.types = types;
    this.inputs = inputs;
    this.machine = machine;
  }

  @Override
  public Reading read(HttpExchange exchange, byte[] bytes) {
    int count = counter.getAndIncrement();
    return Json.parse(bytes)
        .map(body -> read(exchange, body, count))
        .orElseGet(() -> new Reading.Refused(Errors.crashed()));
  }

  private Reading read(HttpExchange exchange, JsonNode body, int count) {
    if (machine.isFull()) {
      return new Reading.Refused(new Errors().tooMany(60));
    }
    if (!body.has("prompt")) {
      return new Reading.Refused(Refusal.noPrompt());
    }
    if (body.hasNonNull("prompt_id")
        && !ID.matcher(body.path("prompt_id").asString("")).matches()) {
      return new Reading.Refused(Refusal.badId());
    }
    return check(exchange, body, count);
  }

  /** A workflow as the editor saves it makes the server stumble: its nodes are a list. */
  private Reading check(HttpExchange exchange, JsonNode body, int count) {
    Graph graph = new Graph(body.path("prompt"));
    if (graph.ids().stream().anyMatch(id -> !graph.node(id).isObject())) {
      return new Reading.Refused(Errors.crashed());
    }
    var unknown = GraphCheck.unknown(types, graph);
    if (unknown.isPresent()) {
      return new Reading.Refused(Refusal.missingType(graph, unknown.get()));
    }
    GraphCheck check = new GraphCheck(types, inputs, graph);
    if (!check.hasOutputs()) {
      return new Reading.Refused(Refusal.noOutputs());
    }
    return check.good().isEmpty()
        ? new Reading.Refused(Refusal.invalid(check.errors()))
        : accept(exchange, body, count, graph, check);
  }

  private Reading accept(
      HttpExchange exchange, JsonNode body, int count, Graph graph, GraphCheck check) {
    String id = id(body);
    BigDecimal number = number(body, count);
    return new Reading.Valid(
        order(exchange.getRequestURI().getPath(), graph).as(id),
        ticket -> {
          ObjectNode extra = extraData(body, ticket);
          Prompt prompt = new Prompt(id, number, ticket, graph, extra, check.good());
          machine.add(prompt, ticket.created());
          return accepted(id, number, check.errors());
        });
  }

  private static String id(JsonNode body) {
    return body.hasNonNull("prompt_id")
        ? body.path("prompt_id").stringValue()
        : UUID.randomUUID().toString();
  }

  private static Order order(String route, Graph graph) {
    return Order.by(Operation.IMAGE_TO_VIDEO, route)
        .of("", graph.prompt())
        .from(graph.image().orElse(null), null)
        .lasting(graph.seconds(), graph.shape());
  }

  private static Answer accepted(String id, BigDecimal number, JsonNode errors) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("prompt_id", id).put("number", number);
    return Answer.json(200, answer.set("node_errors", errors));
  }

  private static BigDecimal number(JsonNode body, int count) {
    if (body.path("number").isNumber()) {
      return body.path("number").decimalValue();
    }
    return BigDecimal.valueOf(body.path("front").booleanValue(false) ? -count : count);
  }

  private static ObjectNode extraData(JsonNode body, IssuedTicket ticket) {
    ObjectNode extra = JsonNodeFactory.instance.objectNode();
    if (body.path("extra_data") instanceof ObjectNode given) {
      extra.setAll(given);
    }
    extra.remove("api_key_comfy_org");
    extra.remove("auth_token_comfy_org");
    if (body.has("client_id")) {
      extra.set("client_id", body.path("client_id"));
    }
    return extra.put("create_time", ticket.created());
  }
}
