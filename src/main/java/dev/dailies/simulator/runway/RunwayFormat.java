package dev.dailies.simulator.runway;

import com.google.auto.service.AutoService;
import com.sun.net.httpserver.HttpExchange;
import dev.dailies.provider.Operation;
import dev.dailies.simulator.Format;
import dev.dailies.simulator.SimulatorContext;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.Routes;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Order;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runway's routes, below {@code /v1/}, and a store for uploads. */
@AutoService(Format.class)
public final class RunwayFormat implements Format {

  private static final String BASE = "/v1/";

  private final Errors errors = new Errors();

  @Override
  public void addTo(Routes routes, SimulatorContext context) {
    Account account = new Account();
    Uploads uploads = new Uploads(context.server());
    Orders orders = new Orders(uploads, (order, ticket) -> accepted(account, order, ticket));
    Endpoint create =
        new HeaderCheck(context.creates().taking(errors, orders), context.creates()::refused);
    for (Operation operation : Operation.values()) {
      routes.on("POST", BASE + operation.name().toLowerCase(Locale.ROOT), create);
    }
    routes
        .on("GET", BASE + "tasks/", gated(exchange -> task(context, exchange)))
        .on("GET", BASE + "organization", gated(exchange -> json(account.organization())))
        .on("POST", BASE + "uploads", gated(uploads::give))
        .on("POST", Uploads.STORAGE, uploads::take)
        .otherwise(BASE, gated(exchange -> Optional.of(Errors.of(404, "There is no such route."))));
  }

  private static Answer accepted(Account account, Order order, IssuedTicket ticket) {
    account.charge(order, ticket);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", ticket.id());
    body.putObject("estimatedCost").put("credits", Account.estimate(ticket));
    return Answer.json(200, body);
  }

  private Optional<Answer> task(SimulatorContext context, HttpExchange exchange) {
    Answer unknown = Errors.of(404, "There is no such task.");
    return Optional.of(
        context
            .lookup()
            .look(
                Endpoint.lastOfPath(exchange),
                errors,
                unknown,
                task -> Answer.json(200, TaskBody.of(task))));
  }

  private static Optional<Answer> json(ObjectNode body) {
    return Optional.of(Answer.json(200, body));
  }

  private static Endpoint gated(Endpoint endpoint) {
    return new HeaderCheck(endpoint, answer -> answer);
  }
}
