package dev.dailies.simulator.comfyui;

import com.google.auto.service.AutoService;
import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.Format;
import dev.dailies.simulator.SimulatorContext;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Endpoint;
import dev.dailies.simulator.http.Routes;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The routes of a ComfyUI server. Each is there twice, the second time below {@code /api}. */
@AutoService(Format.class)
public final class ComfyuiFormat implements Format {

  private final Errors errors = new Errors();

  @Override
  public void addTo(Routes routes, SimulatorContext context) {
    NodeTypes types = NodeTypes.read();
    Inputs inputs = new Inputs();
    Machine machine = new Machine();
    Queue queue = new Queue(machine, context.clock());
    History history = new History(machine, context.clock());
    View view = new View(inputs, machine, context.clock(), context.clips());
    Endpoint prompt = context.creates().taking(errors, new PromptReader(types, inputs, machine));
    for (String base : List.of("", "/api")) {
      routes
          .on("POST", base + "/prompt", prompt)
          .on("GET", base + "/prompt", queue::remaining)
          .on("GET", base + "/queue", queue::list)
          .on("POST", base + "/queue", queue::change)
          .on("GET", base + "/history", history::list)
          .on("GET", base + "/history/", look(context, history))
          .on("POST", base + "/upload/image", inputs::take)
          .on("GET", base + "/view", view::answer)
          .on("GET", base + "/object_info", exchange -> ok(Answer.json(200, types.all())))
          .on("GET", base + "/object_info/", exchange -> ok(type(types, exchange)))
          .on("GET", base + "/system_stats", exchange -> ok(SystemStats.answer()));
    }
    routes.on("GET", "/api/jobs/", job(context, machine));
  }

  private Endpoint look(SimulatorContext context, History history) {
    return exchange ->
        ok(context.lookup().look(errors, () -> history.one(Endpoint.lastOfPath(exchange))));
  }

  private Endpoint job(SimulatorContext context, Machine machine) {
    return exchange ->
        ok(
            context
                .lookup()
                .look(errors, () -> job(Endpoint.lastOfPath(exchange), context, machine)));
  }

  private static Answer job(String id, SimulatorContext context, Machine machine) {
    ObjectNode unknown = JsonNodeFactory.instance.objectNode().put("error", "Job not found");
    return JobBody.of(id, machine, context.clock().millis())
        .map(job -> Answer.json(200, job))
        .orElseGet(() -> Answer.json(404, unknown));
  }

  private static Answer type(NodeTypes types, HttpExchange exchange) {
    return Answer.json(200, types.one(Endpoint.lastOfPath(exchange)));
  }

  private static Optional<Answer> ok(Answer answer) {
    return Optional.of(answer);
  }
}
