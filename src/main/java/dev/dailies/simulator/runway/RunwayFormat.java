package dev.dailies.simulator.runway;

import com.google.auto.service.AutoService;
import com.sun.net.httpserver.HttpExchange;
import dev.dailies.provider.Operation;
import dev.dailies.provider.runway.RunwayFactory;
import dev.dailies.simulator.Bill;
import dev.dailies.simulator.Format;
import dev.dailies.simulator.SimulatorContext;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.Routes;
import dev.dailies.simulator.money.Account;
import dev.dailies.simulator.money.PriceList;
import dev.dailies.simulator.task.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Runway's routes, below {@code /v1/}, and a store for uploads. */
@AutoService(Format.class)
public final class RunwayFormat implements Format {

  private static final String BASE = "/v1/";

  private final Errors errors = new Errors();

  @Override
  public void addTo(Routes routes, SimulatorContext context) {
    PriceList prices = new PriceList(RunwayFactory.class);
    Account account = context.accounts().open("runway", prices.usdEach());
    Organization organization = new Organization(context, account, prices.models());
    Cost cost = new Cost(prices, context.settings().priceFactor());
    Uploads uploads = new Uploads(context.server());
    Orders orders = new Orders(uploads, (operation, body) -> bill(account, cost, operation, body));
    Endpoint create =
        new HeaderCheck(context.creates().taking(errors, orders), context.creates()::refused);
    for (Operation operation : Operation.values()) {
      routes.on("POST", BASE + operation.name().toLowerCase(Locale.ROOT), create);
    }
    routes
        .on("GET", BASE + "tasks/", gated(exchange -> task(context, account, exchange)))
        .on("GET", BASE + "organization", gated(organization::tell))
        .on("POST", BASE + "organization/usage", gated(organization::use))
        .on("POST", BASE + "uploads", gated(uploads::give))
        .on("POST", Uploads.STORAGE, uploads::take)
        .otherwise(BASE, gated(exchange -> Optional.of(Errors.of(404, "There is no such route."))));
  }

  /** What Runway itself broke is free, what it refuses is not. */
  private static Bill bill(Account account, Cost cost, Operation operation, JsonNode body) {
    return new Bill(
        account,
        body.path("model").asString(""),
        cost.of(operation, body),
        cost.isKnown(operation, body),
        Set.of(Outcome.INTERNAL, Outcome.CANCELLED),
        Errors.noCredits());
  }

  private Optional<Answer> task(SimulatorContext context, Account account, HttpExchange exchange) {
    Answer unknown = Errors.of(404, "There is no such task.");
    return Optional.of(
        context
            .lookup()
            .look(
                Endpoint.lastOfPath(exchange),
                errors,
                unknown,
                task -> Answer.json(200, TaskBody.of(task, account.charge(task.ticket().id())))));
  }

  private static Endpoint gated(Endpoint endpoint) {
    return new HeaderCheck(endpoint, answer -> answer);
  }
}
