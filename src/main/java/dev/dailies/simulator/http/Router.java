package dev.dailies.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.dailies.provider.Evidence;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint of a request and sends its answer. */
public final class Router implements HttpHandler {

  private static final Logger log = LoggerFactory.getLogger(Router.class);

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head><meta charset="utf-8"><title>Gateway</title></head>
        <body><div id="root"></div></body>
      </html>
      """;

  private final Routes routes;
  private final Duration latency;

  public Router(Routes routes, Duration latency) {
    this.routes = routes;
    this.latency = latency;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      // So that whoever remembers the exchange knows that nothing was paid.
      exchange.getResponseHeaders().set("X-Request-Id", Evidence.SIMULATED + UUID.randomUUID());
      Optional<Answer> answer = endpoint(exchange).answer(exchange);
      LockSupport.parkNanos(isAboutItself(exchange) ? 0 : latency.toNanos());
      if (answer.isPresent()) {
        answer.get().send(exchange);
      }
    } catch (RuntimeException bug) {
      log.error("The simulator cannot answer {}", exchange.getRequestURI(), bug);
    }
  }

  /** The simulator's own records are answered at once: latency is simulated for providers alone. */
  private static boolean isAboutItself(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().startsWith("/simulator/");
  }

  private Endpoint endpoint(HttpExchange exchange) {
    return routes
        .find(exchange.getRequestMethod(), exchange.getRequestURI().getPath())
        .orElse(Router::frontPage);
  }

  /** As at CometAPI, a path without a route gets the front page of a web application, with 200. */
  private static Optional<Answer> frontPage(HttpExchange exchange) {
    return Optional.of(Answer.text(200, "text/html; charset=utf-8", PAGE));
  }
}
