package dev.dailies.simulator.runway;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.provider.Operation;
import dev.dailies.simulator.Bill;
import dev.dailies.simulator.CreateEndpoint;
import dev.dailies.simulator.Reading;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.Json;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Order;
import dev.dailies.simulator.task.Shape;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the creates: the last part of the path names the operation, the body the model. */
final class Orders implements CreateEndpoint.Reader {

  private final Rules rules = Rules.read();
  private final Uploads uploads;
  private final BiFunction<Operation, JsonNode, Bill> bills;

  Orders(Uploads uploads, BiFunction<Operation, JsonNode, Bill> bills) {
    this.uploads = uploads;
    this.bills = bills;
  }

  @Override
  public Reading read(HttpExchange exchange, byte[] bytes) {
    return Json.parse(bytes)
        .map(body -> read(exchange, body))
        .orElseGet(() -> new Reading.Refused(Errors.of(400, "The body is not JSON.")));
  }

  private Reading read(HttpExchange exchange, JsonNode body) {
    String operation = Endpoint.lastOfPath(exchange);
    Issues issues = check(operation, body);
    if (!issues.isEmpty()) {
      return new Reading.Refused(issues.answer());
    }
    Optional<String> absent = uploads.absent(body);
    return absent.isPresent()
        ? new Reading.Refused(Errors.of(400, "Nothing was uploaded as " + absent.get()))
        : valid(order(exchange.getRequestURI().getPath(), operation, body), body);
  }

  private Reading valid(Order order, JsonNode body) {
    Bill bill = bills.apply(order.operation(), body);
    return new Reading.Valid(order, bill, ticket -> accepted(ticket, bill));
  }

  private static Answer accepted(IssuedTicket ticket, Bill bill) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", ticket.id());
    body.putObject("estimatedCost").put("credits", bill.amount().longValue());
    return Answer.json(200, body);
  }

  private Issues check(String operation, JsonNode body) {
    Issues issues = new Issues();
    ModelRule rule = rules.models(operation).get(body.path("model").asString(""));
    if (rule == null) {
      issues.add("invalid_union", "model", "Invalid input: no model of this operation");
    } else {
      new BodyCheck(body, issues).check(rule);
    }
    return issues;
  }

  private static Order order(String route, String name, JsonNode body) {
    Operation operation = Operation.valueOf(name.toUpperCase(Locale.ROOT));
    int seconds = operation.makesPicture() ? 0 : body.path("duration").asInt(5);
    String ratio = body.path("ratio").asString(body.path("targetAspectRatio").asString(""));
    return Order.by(operation, route)
        .of(body.path("model").asString(""), body.path("promptText").asString(""))
        .from(image(body), video(body))
        .lasting(seconds, Shape.of(ratio).orElse(Shape.WIDE));
  }

  private static @Nullable String image(JsonNode body) {
    JsonNode prompt = body.path("promptImage");
    return first(
        prompt,
        prompt.path(0).path("uri"),
        body.path("character").path("uri"),
        body.path("referenceImages").path(0).path("uri"));
  }

  private static @Nullable String video(JsonNode body) {
    return first(
        body.path("videoUri"), body.path("promptVideo"), body.path("reference").path("uri"));
  }

  private static @Nullable String first(JsonNode... candidates) {
    for (JsonNode candidate : candidates) {
      if (candidate.isString()) {
        return candidate.stringValue();
      }
    }
    return null;
  }
}
