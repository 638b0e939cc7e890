package dev.dailies.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes an order, or says what is wrong with it. */
final class CreateEndpoint implements Endpoint {

  private static final String VERSION = "2024-11-06";
  private static final int LARGEST_BODY = 24 * 1024 * 1024;

  private final SimulatorSettings settings;
  private final RandomGenerator random;
  private final Admission admission;
  private final TicketPrinter printer;
  private final Journal journal;
  private final Counts counts;
  private final JsonMapper mapper = new JsonMapper();

  CreateEndpoint(
      SimulatorSettings settings,
      RandomGenerator random,
      Admission admission,
      TicketPrinter printer,
      Journal journal,
      Counts counts) {
    this.settings = settings;
    this.random = random;
    this.admission = admission;
    this.printer = printer;
    this.journal = journal;
    this.counts = counts;
  }

  @Override
  public Optional<Answer> answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    Duration wait = admission.enter();
    if (!wait.isZero()) {
      counts.throttled();
      return Optional.of(Errors.tooMany(wait.plusNanos(999_999_999).toSeconds()));
    }
    if (random.nextDouble() < settings.errorShare()) {
      return refuse(Errors.broken());
    }
    if (body.length > LARGEST_BODY) {
      return refuse(Errors.tooLarge());
    }
    return take(exchange, body);
  }

  private Optional<Answer> take(HttpExchange exchange, byte[] body) {
    CreateRoute route = CreateRoute.of(exchange.getRequestURI().getPath()).orElseThrow();
    OrderFields fields = new OrderFields(parse(body));
    if (!VERSION.equals(exchange.getRequestHeaders().getFirst("X-Runway-Version"))) {
      fields.refuse("the header X-Runway-Version must be " + VERSION);
    }
    Order order = OrderReader.read(route, fields);
    Optional<OrderFields.Refusal> refusal = fields.refusal();
    return refusal.isPresent() ? refuse(Errors.refused(refusal.get())) : accept(order);
  }

  private Optional<Answer> accept(Order order) {
    Ticket ticket = printer.print(order);
    journal.add(ticket, order);
    counts.created();
    if (random.nextDouble() < settings.loseAnswerShare()) {
      return Optional.empty();
    }
    JsonNode id = JsonNodeFactory.instance.objectNode().put("id", ticket.id());
    return Optional.of(Answer.json(200, id));
  }

  private Optional<Answer> refuse(Answer error) {
    counts.refused();
    return Optional.of(error);
  }

  /** What is not JSON has none of the fields either, and is refused for that. */
  private JsonNode parse(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JacksonException notJson) {
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
