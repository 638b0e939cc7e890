package dev.dailies.simulator.cometapi;

import com.google.auto.service.AutoService;
import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.Format;
import dev.dailies.simulator.Lookup.Found;
import dev.dailies.simulator.Reading;
import dev.dailies.simulator.SimulatorContext;
import dev.dailies.simulator.SimulatorSettings;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.RequestHeaders;
import dev.dailies.simulator.http.Routes;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Order;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;

/** CometAPI's routes: official below {@code /runwayml/v1/}, compat below {@code /runway/}. */
@AutoService(Format.class)
public final class CometapiFormat implements Format {

  private static final int LARGEST_LOOK = 10_000;

  private final Errors errors = new Errors();

  @Override
  public void addTo(Routes routes, SimulatorContext world) {
    SimulatorSettings settings = world.settings();
    OfficialOrders.ROUTES.forEach(
        (path, reader) ->
            routes.on("POST", path, create(world, true, reader, CometapiFormat::officialAnswer)));
    CompatOrders.ROUTES.forEach(
        (path, reader) ->
            routes.on(
                "POST",
                path,
                create(
                    world,
                    false,
                    reader,
                    ticket ->
                        Answer.json(200, CompatBody.created(ticket, settings.createForm())))));
    routes.on("GET", OfficialOrders.BASE + "tasks/", keyed(task(world)));
    routes.on("POST", "/runway/feed", keyed(feed(world)));
  }

  private Endpoint create(
      SimulatorContext world,
      boolean versioned,
      BiFunction<String, OrderFields, Order> reader,
      Function<IssuedTicket, Answer> accepted) {
    Endpoint endpoint =
        world
            .reception()
            .taking(
                errors,
                (exchange, body) -> {
                  OrderFields fields = OrderFields.of(body);
                  if (versioned) {
                    checkVersion(exchange, fields);
                  }
                  Order order = reader.apply(exchange.getRequestURI().getPath(), fields);
                  return fields
                      .refusal()
                      .<Reading>map(no -> new Reading.Refused(Errors.refused(no)))
                      .orElse(new Reading.Valid(order, accepted));
                });
    return new KeyedEndpoint(endpoint, world.reception()::refused);
  }

  private static void checkVersion(HttpExchange exchange, OrderFields fields) {
    if (!RequestHeaders.haveVersion(exchange)) {
      fields.refuse("X-Runway-Version must be " + RequestHeaders.RUNWAY_VERSION);
    }
  }

  private static Answer officialAnswer(IssuedTicket ticket) {
    return Answer.json(200, JsonNodeFactory.instance.objectNode().put("id", ticket.id()));
  }

  private Endpoint task(SimulatorContext world) {
    return exchange ->
        look(
            world,
            Endpoint.lastOfPath(exchange),
            task -> Answer.json(200, new TaskBody(task).in(world.settings().bodyForm())));
  }

  private Endpoint feed(SimulatorContext world) {
    return exchange -> {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_LOOK);
      return look(
          world,
          OrderFields.of(body).text("task_id", LARGEST_LOOK),
          task -> Answer.json(200, CompatBody.told(task, world.settings().feedForm())));
    };
  }

  private Optional<Answer> look(SimulatorContext world, String id, Function<Found, Answer> tell) {
    return Optional.of(world.lookup().look(id, errors, Errors.taskNotExist(), tell));
  }

  private static Endpoint keyed(Endpoint endpoint) {
    return new KeyedEndpoint(endpoint, answer -> answer);
  }
}
