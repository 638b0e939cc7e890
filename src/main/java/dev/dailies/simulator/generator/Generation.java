package dev.dailies.simulator.generator;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.provider.Operation;
import dev.dailies.simulator.CreateEndpoint;
import dev.dailies.simulator.Reading;
import dev.dailies.simulator.SimulatorContext;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Form;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Order;
import dev.dailies.simulator.task.Outcome;
import dev.dailies.simulator.task.Stage;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers a generation with its files once they are there; with a stub or the demo at once. */
final class Generation implements CreateEndpoint.Reader {

  private static final long NAP = TimeUnit.MILLISECONDS.toNanos(20);

  private final SimulatorContext context;
  private final ComfyuiCall comfyui = new ComfyuiCall();

  Generation(SimulatorContext context) {
    this.context = context;
  }

  @Override
  public Reading read(HttpExchange exchange, byte[] body) throws IOException {
    Form form = Form.of(exchange, body);
    if (form.text("text").isBlank()) {
      return new Reading.Refused(Errors.of(400, "Текст обязателен"));
    }
    if (form.text("imageUrl").isBlank()) {
      return new Reading.Refused(Errors.of(400, "URL изображения обязателен"));
    }
    Order order =
        Order.by(Operation.IMAGE_TO_VIDEO, exchange.getRequestURI().getPath())
            .of("", form.text("text"))
            .from(form.text("imageUrl"), null);
    if (!form.text("serverUrl").isBlank()) {
      return new Reading.Valid(order, ticket -> stub(form));
    }
    return new Reading.Valid(
        order, context.settings().generatorDemo() ? ticket -> demo() : this::files);
  }

  /** The addresses are constant and lead nowhere: only the number of the workflow is real. */
  private Answer stub(Form form) {
    try {
      JsonNode response = comfyui.post(form.text("serverUrl"), form.text("text"));
      ObjectNode body =
          answer(
              "https://example.com/generated-image.jpg", "https://example.com/generated-video.mp4");
      body.set("workflowResponse", response);
      return Answer.json(200, body);
    } catch (IOException failure) {
      return Errors.of("Ошибка при вызове ComfyUI API", String.valueOf(failure.getMessage()));
    }
  }

  private static Answer demo() {
    ObjectNode body =
        answer("https://example.com/demo-image.jpg", "https://example.com/demo-video.mp4");
    return Answer.json(200, body.put("isDemo", true));
  }

  private Answer files(IssuedTicket ticket) {
    await(Stage.finish(ticket));
    if (ticket.outcome() != Outcome.SUCCEEDS) {
      return Errors.of("Ошибка при генерации", ticket.outcome().failure());
    }
    long now = context.clock().millis();
    String image = context.links().link(ticket, true, now).toString();
    return Answer.json(200, answer(image, context.links().link(ticket, false, now).toString()));
  }

  private void await(long time) {
    while (context.clock().millis() < time && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(NAP);
    }
  }

  private static ObjectNode answer(String image, String video) {
    return JsonNodeFactory.instance.objectNode().put("image", image).put("video", video);
  }
}
