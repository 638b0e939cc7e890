package dev.dailies.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint of a request and sends its answer. */
final class Router implements HttpHandler {

  private static final Logger log = LoggerFactory.getLogger(Router.class);

  private final Endpoint create;
  private final Endpoint task;
  private final Endpoint clip;
  private final Endpoint records;
  private final Duration latency;

  Router(Endpoint create, Endpoint task, Endpoint clip, Endpoint records, Duration latency) {
    this.create = create;
    this.task = task;
    this.clip = clip;
    this.records = records;
    this.latency = latency;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Answer> answer = endpoint(exchange).answer(exchange);
      LockSupport.parkNanos(latency.toNanos());
      if (answer.isPresent()) {
        answer.get().send(exchange);
      }
    } catch (RuntimeException bug) {
      log.error("The simulator cannot answer {}", exchange.getRequestURI(), bug);
    }
  }

  private Endpoint endpoint(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return switch (exchange.getRequestMethod()) {
      case "POST" -> CreateRoute.of(path).isPresent() ? create : Router::frontPage;
      case "GET" -> reading(path);
      default -> Router::frontPage;
    };
  }

  private Endpoint reading(String path) {
    if (path.startsWith(TaskEndpoint.PATH)) {
      return task;
    }
    if (ClipEndpoint.serves(path)) {
      return clip;
    }
    return RecordsEndpoint.serves(path) ? records : Router::frontPage;
  }

  private static Optional<Answer> frontPage(HttpExchange exchange) {
    return Optional.of(Errors.frontPage());
  }
}
