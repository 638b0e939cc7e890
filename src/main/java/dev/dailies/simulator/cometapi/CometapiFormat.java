package dev.dailies.simulator.cometapi;

import com.google.auto.service.AutoService;
import com.sun.net.httpserver.HttpExchange;
import dev.dailies.provider.cometapi.CometapiFactory;
import dev.dailies.simulator.Format;
import dev.dailies.simulator.Lookup.Found;
import dev.dailies.simulator.Reading;
import dev.dailies.simulator.SimulatorContext;
import dev.dailies.simulator.SimulatorSettings;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.RequestHeaders;
import dev.dailies.simulator.http.Routes;
import dev.dailies.simulator.money.Account;
import dev.dailies.simulator.money.PriceList;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Order;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;

/** CometAPI's routes: official below {@code /runwayml/v1/}, compat below {@code /runway/}. */
@AutoService(Format.class)
public final class CometapiFormat implements Format {

  private static final String OFFICIAL = "official";
  private static final String COMPAT = "compat";
  private static final int LARGEST_LOOK = 10_000;

  private final Errors errors = new Errors();

  @Override
  public void addTo(Routes routes, SimulatorContext context) {
    SimulatorSettings settings = context.settings();
    PriceList prices = new PriceList(CometapiFactory.class);
    Account account = context.accounts().open("cometapi", prices.usdEach());
    Cost cost = new Cost(prices, settings.priceFactor(), account);
    new AccountRoutes(context, account, prices).addTo(routes);
    OfficialOrders.ROUTES.forEach(
        (path, reader) ->
            routes.on(
                "POST",
                path,
                create(context, cost, OFFICIAL, reader, CometapiFormat::officialAnswer)));
    CompatOrders.ROUTES.forEach(
        (path, reader) ->
            routes.on(
                "POST",
                path,
                create(
                    context,
                    cost,
                    COMPAT,
                    reader,
                    ticket ->
                        Answer.json(200, CompatBody.created(ticket, settings.createForm())))));
    routes.on("GET", OfficialOrders.BASE + "tasks/", keyed(task(context)));
    routes.on("POST", "/runway/feed", keyed(feed(context)));
  }

  private Endpoint create(
      SimulatorContext context,
      Cost cost,
      String format,
      BiFunction<String, OrderFields, Order> reader,
      Function<IssuedTicket, Answer> accepted) {
    Endpoint endpoint =
        context
            .creates()
            .taking(
                errors,
                (exchange, body) -> {
                  OrderFields fields = OrderFields.of(body);
                  if (format.equals(OFFICIAL)) {
                    checkVersion(exchange, fields);
                  }
                  Order order = reader.apply(exchange.getRequestURI().getPath(), fields);
                  return fields
                      .refusal()
                      .<Reading>map(no -> new Reading.Refused(Errors.refused(no)))
                      .orElseGet(() -> new Reading.Valid(order, cost.of(order, format), accepted));
                });
    return new KeyedEndpoint(endpoint, context.creates()::refused);
  }

  private static void checkVersion(HttpExchange exchange, OrderFields fields) {
    if (!RequestHeaders.haveVersion(exchange)) {
      fields.refuse("X-Runway-Version must be " + RequestHeaders.RUNWAY_VERSION);
    }
  }

  private static Answer officialAnswer(IssuedTicket ticket) {
    return Answer.json(200, JsonNodeFactory.instance.objectNode().put("id", ticket.id()));
  }

  private Endpoint task(SimulatorContext context) {
    return exchange ->
        look(
            context,
            Endpoint.lastOfPath(exchange),
            task -> Answer.json(200, new TaskBody(task).in(context.settings().bodyForm())));
  }

  private Endpoint feed(SimulatorContext context) {
    return exchange -> {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_LOOK);
      return look(
          context,
          OrderFields.of(body).text("task_id", LARGEST_LOOK),
          task -> Answer.json(200, CompatBody.told(task, context.settings().feedForm())));
    };
  }

  private Optional<Answer> look(SimulatorContext context, String id, Function<Found, Answer> tell) {
    return Optional.of(context.lookup().look(id, errors, Errors.taskNotExist(), tell));
  }

  private static Endpoint keyed(Endpoint endpoint) {
    return new KeyedEndpoint(endpoint, answer -> answer);
  }
}
